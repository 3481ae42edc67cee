import { createCanvas } from '@napi-rs/canvas';
import jsQr from 'jsqr';
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

const pixelsPerPoint = 2;
const pixelsPerMm = (pixelsPerPoint * 72) / 25.4;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ReadPage {
  /** The page's words in the order in which they were written, parted by single spaces. */
  readonly text: string;
  /** What a camera reads in a part of the page, in millimetres from its upper left corner; null when nothing. */
  qrCode(area: Area): string | null;
}

/** Reads a PDF as a person with a phone would: words and rendered QR codes. */
export async function readPdf(bytes: Buffer): Promise<ReadPage[]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await loading.promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await readPage(await pdf.getPage(number)));
  await loading.destroy();
  return pages;
}

async function readPage(page: PDFPageProxy): Promise<ReadPage> {
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
  const viewport = page.getViewport({ scale: pixelsPerPoint });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = canvas.getContext('2d');
  await page.render({ canvas, viewport }).promise;
  return {
    text: text.replace(/\s+/g, ' '),
    qrCode(area) {
      const pixels = (mm: number) => Math.round(mm * pixelsPerMm);
      const [width, height] = [pixels(area.width), pixels(area.height)];
      const { data } = context.getImageData(pixels(area.x), pixels(area.y), width, height);
      return (
        jsQr.default(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' })?.data ?? null
      );
    },
  };
}

/** What a camera reads on each of the ten cards of a sheet, row by row; null where no card is. */
export function cardsOnSheet(page: ReadPage): (string | null)[] {
  return Array.from({ length: 10 }, (_, index) =>
    page.qrCode({
      x: (210 - 2 * 85.6) / 2 + (index % 2) * 85.6,
      y: (297 - 5 * 54) / 2 + Math.floor(index / 2) * 54,
      width: 85.6,
      height: 54,
    }),
  );
}

/** What a camera reads in the lower middle of a letter. */
export function letterCode(page: ReadPage): string | null {
  return page.qrCode({ x: 22, y: 150, width: 70, height: 48 });
}
