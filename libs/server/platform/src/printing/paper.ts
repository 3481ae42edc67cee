import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

/** A4 sheets being written. All lengths that callers give are millimetres from the upper left corner. */
export type Paper = PDFKit.PDFDocument;

export const sheetMm = { width: 210, height: 297 };

export const colours = {
  brand: '#0b5f50',
  warm: '#e5913f',
  cream: '#fff8ec',
  ink: '#1b1a17',
  quiet: '#57534a',
  line: '#cfc7b8',
  white: '#ffffff',
};

// pdfkit reads TrueType; the web fonts of the apps crash it.
const require = createRequire(import.meta.url);
const faces = {
  regular: require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  medium: require.resolve('@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf'),
  semibold: require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
  bold: require.resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf'),
};

export interface Type {
  readonly face: keyof typeof faces;
  readonly sizePt: number;
  readonly colour?: string;
  readonly align?: 'left' | 'right' | 'center';
  /** Line height as a multiple of the size. */
  readonly leading?: number;
  /** Between letters, in thousandths of the size. */
  readonly tracking?: number;
  /** Digits of one width; in a code also a zero that is no O. */
  readonly figures?: 'number' | 'code';
}

export function pt(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}

function mm(points: number): number {
  return (points * 25.4) / 72;
}

/** New paper without pages, in Norwegian, with all faces. */
export function newPaper(title: string): Paper {
  const paper = new PDFDocument({
    autoFirstPage: false,
    size: 'A4',
    margin: 0,
    lang: 'nb-NO',
    displayTitle: true,
    info: { Title: title, Creator: 'Kantinekortet' },
  });
  for (const [name, file] of Object.entries(faces)) paper.registerFont(name, file);
  return paper;
}

/** Writes one line on a baseline; too long, it becomes smaller down to a limit, then ends in an ellipsis. */
export function writeLine(paper: Paper, text: string, at: { x: number; y: number; width: number }, type: Type): void {
  // A width would make pdfkit break the line after all.
  const { width, align, ...options } = textOptions(type, at.width);
  set(paper, type);
  const fit = Math.max(width / paper.widthOfString(text, options), smallestFit);
  if (fit < 1) set(paper, { ...type, sizePt: type.sizePt * fit });
  const line = shorten(paper, text, width, options);
  const spare = width - paper.widthOfString(line, options);
  const x = pt(at.x) + spare * shareBefore[align];
  paper.text(line, x, pt(at.y), { ...options, baseline: 'alphabetic', lineBreak: false });
}

/** Writes lines from a top edge, broken at the width; returns the bottom edge. */
export function writeLines(
  paper: Paper,
  text: string,
  at: { x: number; y: number; width: number },
  type: Type,
): number {
  set(paper, type);
  paper.text(text, pt(at.x), pt(at.y), textOptions(type, at.width));
  return mm(paper.y);
}

/** How much of a line's spare width lies before it. */
const shareBefore = { left: 0, center: 0.5, right: 1 };
/** Smaller than this part of its size no line is written. */
const smallestFit = 0.55;
/** What rounding may add to a line that was made to fit. */
const tolerancePt = 0.5;

function set(paper: Paper, { face, sizePt, colour = colours.ink }: Type): void {
  paper.font(face, sizePt).fillColor(colour);
}

const figureFeatures: Record<'number' | 'code', PDFKit.Mixins.OpenTypeFeatures[]> = {
  number: ['kern', 'tnum'],
  code: ['kern', 'tnum', 'zero'],
};

function textOptions({ sizePt, align = 'left', leading = 1.42, tracking = 0, figures }: Type, width: number) {
  // Inter's own line is 1.21 of its size high.
  const lineGap = sizePt * (leading - 1.21);
  // Without features of its own a word's layout is kept and used again, which a letter lives on.
  const features = figures === undefined ? {} : { features: figureFeatures[figures] };
  return { width: pt(width), align, lineGap, characterSpacing: (tracking * sizePt) / 1000, ...features };
}

function shorten(paper: Paper, text: string, width: number, options: PDFKit.Mixins.TextOptions): string {
  const isTooLong = (line: string) => paper.widthOfString(line, options) > width + tolerancePt;
  if (!isTooLong(text)) return text;
  let kept = text;
  while (kept.length > 1 && isTooLong(`${kept}…`)) kept = kept.slice(0, -1).trimEnd();
  return `${kept}…`;
}
