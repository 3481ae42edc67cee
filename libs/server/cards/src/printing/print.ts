import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { newPaper } from '@kantinekortet/platform/printing';
import type { PrintedCard } from './card-face.ts';
import { addCardSheet, cardsPerSheet } from './card-sheet.ts';
import { addLetter, type LetterHead, type PrintedLetter } from './letter.ts';
import { addMoneyLetter, type PrintedMoneyLetter } from './money-letter.ts';

export interface PrintJob extends LetterHead {
  readonly title: string;
  readonly cards: readonly PrintedCard[];
  readonly letters: readonly (PrintedLetter | PrintedMoneyLetter)[];
}

/** Prints sheets of cards, then a letter a page, as one PDF in memory. Other requests get their turn between pages. */
export async function print({ title, cards, letters, ...head }: PrintJob): Promise<Buffer> {
  const paper = newPaper(title);
  const pdf = buffer(paper);
  for (let first = 0; first < cards.length; first += cardsPerSheet) {
    addCardSheet(paper, cards.slice(first, first + cardsPerSheet), head.schoolName);
    await setImmediate();
  }
  for (const letter of letters) {
    if ('controlCode' in letter) addLetter(paper, letter, head);
    else addMoneyLetter(paper, letter, head);
    await setImmediate();
  }
  paper.end();
  return pdf;
}
