import { createCanvas } from '@napi-rs/canvas';
import { parseCardNumber, parseControlCode } from '@kantinekortet/codes';
import jsQr from 'jsqr';
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What the letter to the guardians says. */
export interface Letter {
  readonly pupilName: string;
  readonly number: string;
  readonly controlCode: string;
}

/** A card in a pupil's hand, and the letter that came with it. */
export interface PrintedCard extends Letter {
  /** What a scanner reads on the card. */
  readonly token: string;
}

const pixelsPerPoint = 2;
const pixelsPerMm = (pixelsPerPoint * 72) / 25.4;
/** Ten cards of ISO/IEC 7810 ID-1 in the middle of an A4 sheet. */
const sheet = { widthMm: 210, heightMm: 297, columns: 2, rows: 5, cardWidthMm: 85.6, cardHeightMm: 54 };

/** Reads a printed batch as people do: the QR code with a camera, the number and the code of the letter by eye. */
export async function readPrintedCards(bytes: Buffer): Promise<PrintedCard[]> {
  const pages = await pagesOf(bytes);
  const letters = pages.flatMap(({ letter }) => letter ?? []);
  const sheets = await Promise.all(pages.filter(({ letter }) => !letter).map(({ page }) => scanSheet(page)));
  const tokens = sheets.flat();
  if (tokens.length !== letters.length) throw new Error(`${tokens.length} cards and ${letters.length} letters`);
  return letters.map((letter, index) => ({ ...letter, token: tokens[index] ?? '' }));
}

/** What a scanner reads on cards that were printed without letters. */
export async function readTokens(bytes: Buffer): Promise<string[]> {
  return (await Promise.all((await pagesOf(bytes)).map(({ page }) => scanSheet(page)))).flat();
}

export async function readLetters(bytes: Buffer): Promise<Letter[]> {
  return (await pagesOf(bytes)).flatMap(({ letter }) => letter ?? []);
}

async function pagesOf(bytes: Buffer): Promise<{ page: PDFPageProxy; letter: Letter | undefined }[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const page = await pdf.getPage(number);
      return { page, letter: readLetter(await textOf(page)) };
    }),
  );
}

function readLetter(text: string): Letter | undefined {
  const [, pupilName = ''] = /Til foresatte for (.+?) Klasse /.exec(text) ?? [];
  const [, number = ''] = /Kortnummer ([\d ]{12})/.exec(text) ?? [];
  const [, code = ''] = /Kontrollkode ([0-9A-Z]{5} [0-9A-Z]{5})/.exec(text) ?? [];
  const cardNumber = parseCardNumber(number);
  const controlCode = parseControlCode(code);
  if (cardNumber === undefined || controlCode === undefined) return undefined;
  return { pupilName, number: cardNumber, controlCode };
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items
    .map((item) => ('str' in item ? item.str : ''))
    .join(' ')
    .replace(/\s+/g, ' ');
}

/** The QR codes of a sheet, row by row. */
async function scanSheet(page: PDFPageProxy): Promise<string[]> {
  const viewport = page.getViewport({ scale: pixelsPerPoint });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas, viewport }).promise;
  const drawing = canvas.getContext('2d');
  const width = Math.floor(sheet.cardWidthMm * pixelsPerMm);
  const height = Math.floor(sheet.cardHeightMm * pixelsPerMm);
  return Array.from({ length: sheet.columns * sheet.rows }, (_, index) => {
    const leftMm =
      (sheet.widthMm - sheet.columns * sheet.cardWidthMm) / 2 + (index % sheet.columns) * sheet.cardWidthMm;
    const row = Math.floor(index / sheet.columns);
    const topMm = (sheet.heightMm - sheet.rows * sheet.cardHeightMm) / 2 + row * sheet.cardHeightMm;
    const { data } = drawing.getImageData(leftMm * pixelsPerMm, topMm * pixelsPerMm, width, height);
    return jsQr.default(new Uint8ClampedArray(data), width, height)?.data;
  }).filter((token) => token !== undefined);
}
