import { colours, pt, sheetMm, type Paper } from '@kantinekortet/platform/printing';
import { cardMm, drawCard, type PrintedCard } from './card-face.ts';

const columns = 2;
const rows = 5;
export const cardsPerSheet = columns * rows;

const origin = {
  x: (sheetMm.width - columns * cardMm.width) / 2,
  y: (sheetMm.height - rows * cardMm.height) / 2,
};
const markLength = 5;
const markGap = 1.5;
const crossArm = 1.5;

/** Adds one sheet with at most `cardsPerSheet` cards, edge to edge, so that one cut parts two. */
export function addCardSheet(paper: Paper, cards: readonly PrintedCard[], schoolName: string): void {
  paper.addPage();
  cards.forEach((card, index) => {
    const corner = {
      x: origin.x + (index % columns) * cardMm.width,
      y: origin.y + Math.floor(index / columns) * cardMm.height,
    };
    drawCard(paper, card, schoolName, corner);
  });
  drawCutMarks(paper);
}

/** Lines in the margins where the cuts go, and small crosses where they meet. */
function drawCutMarks(paper: Paper): void {
  const xs = Array.from({ length: columns + 1 }, (_, column) => origin.x + column * cardMm.width);
  const ys = Array.from({ length: rows + 1 }, (_, row) => origin.y + row * cardMm.height);
  const right = sheetMm.width - origin.x;
  const bottom = sheetMm.height - origin.y;
  for (const x of xs) {
    line(paper, x, origin.y - markGap - markLength, x, origin.y - markGap);
    line(paper, x, bottom + markGap, x, bottom + markGap + markLength);
  }
  for (const y of ys) {
    line(paper, origin.x - markGap - markLength, y, origin.x - markGap, y);
    line(paper, right + markGap, y, right + markGap + markLength, y);
  }
  for (const x of xs.slice(1, -1)) {
    for (const y of ys.slice(1, -1)) {
      line(paper, x - crossArm, y, x + crossArm, y);
      line(paper, x, y - crossArm, x, y + crossArm);
    }
  }
  paper.lineWidth(0.35).stroke(colours.quiet);
}

function line(paper: Paper, fromX: number, fromY: number, toX: number, toY: number): void {
  paper.moveTo(pt(fromX), pt(fromY)).lineTo(pt(toX), pt(toY));
}
