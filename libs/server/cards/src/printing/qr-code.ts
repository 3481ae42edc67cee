import { colours, pt, type Paper } from '@kantinekortet/platform/printing';
import { create } from 'qrcode';

/** Draws a QR code as one shape in a square; the paper around it must stay empty for four modules. */
export function drawQrCode(
  paper: Paper,
  text: string,
  square: { x: number; y: number; size: number },
  errorCorrectionLevel: 'M' | 'H',
): void {
  const { modules } = create(text, { errorCorrectionLevel });
  const module = pt(square.size) / modules.size;
  // Rows overlap by a hair, so that no viewer shows white seams between them.
  const height = module * 1.02;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      let end = column;
      while (end < modules.size && modules.get(row, end)) end += 1;
      if (end === column) continue;
      paper.rect(pt(square.x) + column * module, pt(square.y) + row * module, (end - column) * module, height);
      column = end;
    }
  }
  paper.fill(colours.ink);
}
