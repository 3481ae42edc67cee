import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import jsQr from 'jsqr';
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

const pixelsPerPoint = 2;
const pixelsPerMm = (pixelsPerPoint * 72) / 25.4;

export interface ReadPage {
  /** The page's words in the order in which they were written, parted by single spaces. */
  readonly text: string;
  /** What a camera reads in a square of the page, in millimetres from its upper left corner; null when nothing. */
  qrCode(x: number, y: number, size: number): Promise<string | null>;
}

/** Reads a PDF as a person with a phone would: words and rendered QR codes. */
export async function readPdf(bytes: Buffer): Promise<ReadPage[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await readPage(await pdf.getPage(number)));
  return pages;
}

/** What a camera reads on each of the ten cards of a sheet, row by row; null where no card is. */
export async function cardsOnSheet(page: ReadPage): Promise<(string | null)[]> {
  const corner = { x: (210 - 2 * 85.6) / 2, y: (297 - 5 * 54) / 2 };
  return Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      page.qrCode(corner.x + (index % 2) * 85.6 + 46.6, corner.y + Math.floor(index / 2) * 54 + 14.5, 38.5),
    ),
  );
}

/** What a camera reads in the frame of a letter. */
export function letterCode(page: ReadPage): Promise<string | null> {
  return page.qrCode(23, 152, 43);
}

async function readPage(page: PDFPageProxy): Promise<ReadPage> {
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
  let drawing: Promise<SKRSContext2D> | undefined;
  return {
    text: text.replace(/\s+/g, ' '),
    async qrCode(x, y, size) {
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
  const viewport = page.getViewport({ scale: pixelsPerPoint });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas, viewport }).promise;
  return canvas.getContext('2d');
}
