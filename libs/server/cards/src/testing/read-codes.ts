import type { ReadPage } from '@kantinekortet/platform/testing';

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
