import { colours, pt, type Paper } from './paper.ts';

const viewBox = 32;
const cutlery = 'M9.5 10.5v1.7a1.7 1.7 0 0 0 3.4 0v-1.7M11.2 10.5v6M18 16.5v-2.4';

/** The mark of the apps: a card with a fork and a spoon. */
export function drawEmblem(paper: Paper, at: { x: number; y: number; size: number }, style: 'tile' | 'card'): void {
  paper.save();
  paper.translate(pt(at.x), pt(at.y)).scale(pt(at.size) / viewBox);
  if (style === 'tile') paper.roundedRect(0, 0, 32, 32, 8).fill(colours.brand);
  paper.roundedRect(5, 8, 22, 16, 3).fill(colours.cream);
  paper.path('M5 19h22v2a3 3 0 0 1-3 3H8a3 3 0 0 1-3-3z').fill(colours.warm);
  paper.lineWidth(1.6).lineCap('round').lineJoin('round');
  paper.path(cutlery).stroke(colours.brand);
  paper.ellipse(18, 12.2, 1.5, 1.8).fillAndStroke(colours.brand, colours.brand);
  paper.restore();
}
