export { drawEmblem } from './emblem.ts';
export { colours, newPaper, pt, sheetMm, writeLine, writeLines, type Paper } from './paper.ts';
export { longDate, sheetText, writeSheetHead, type SheetHead } from './sheet-head.ts';
export { sendPdf, type PrintedFile, type StreamedFile } from './send-pdf.ts';
