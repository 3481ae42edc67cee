import type { SKRSContext2D } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

const pixelsPerPoint = 2;
const pixelsPerMm = (pixelsPerPoint * 72) / 25.4;

export interface ReadPage {
  /** The page's words in the order in which they were written, parted by single spaces. */
  readonly text: string;
  /** What a camera reads in a square of the page, in millimetres from its upper left corner; null when nothing. */
  qrCode(x: number, y: number, size: number): Promise<string | null>;
}

/**
 * Reads a PDF as a person with a phone would: words and rendered QR codes. Its eyes are imported when they are needed:
 * most specs never look at paper.
 */
export async function readPdf(bytes: Buffer): Promise<ReadPage[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await readPage(await pdf.getPage(number)));
  return pages;
}

async function readPage(page: PDFPageProxy): Promise<ReadPage> {
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
  let drawing: Promise<SKRSContext2D> | undefined;
  return {
    text: text.replace(/\s+/g, ' '),
    async qrCode(x, y, size) {
      const { default: jsQr } = await import('jsqr');
      drawing ??= draw(page);
      const pixels = Math.round(size * pixelsPerMm);
      const { data } = (await drawing).getImageData(x * pixelsPerMm, y * pixelsPerMm, pixels, pixels);
      return (
        jsQr.default(new Uint8ClampedArray(data), pixels, pixels, { inversionAttempts: 'dontInvert' })?.data ?? null
      );
    },
  };
}

async function draw(page: PDFPageProxy): Promise<SKRSContext2D> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const viewport = page.getViewport({ scale: pixelsPerPoint });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas, viewport }).promise;
  return canvas.getContext('2d');
}
