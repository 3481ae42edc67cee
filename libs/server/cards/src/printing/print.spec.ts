import { beforeAll, describe, expect, it } from '@jest/globals';
import { readPdf, type ReadPage } from '@kantinekortet/platform/testing';
import { cardsOnSheet, letterCode } from '../testing/read-codes.ts';
import { print } from './print.ts';

const head = { schoolName: 'Solbakken ungdomsskole', parentUrl: 'https://foresatt.example', date: '22. november 2026' };
const tokens = Array.from({ length: 12 }, (_, index) => `KK1${String(index).padStart(28, '0')}`);
const emma = { firstName: 'Emma', lastName: 'Hansen' };

describe('a print of a class', () => {
  let pages: ReadPage[];
  beforeAll(async () => {
    const pdf = await print({
      ...head,
      title: 'Kantinekort 8B',
      cards: tokens.map((token, index) => ({
        token,
        number: `48120937${index + 10}`,
        pupil: index === 0 ? emma : null,
      })),
      letters: [
        {
          number: '4812093710',
          controlCode: '7K2M9XQ4TB',
          pupil: { name: 'Emma Hansen', firstName: 'Emma', className: '8B' },
        },
        { number: '4812093711', controlCode: '0000011111', pupil: null },
      ],
    });
    pages = await readPdf(pdf);
  });

  it('has ten cards a sheet, then a letter a page', () => {
    expect(pages).toHaveLength(4);
  });

  it('shows on each card a QR code that reads as its token', async () => {
    const sheets = await Promise.all(pages.slice(0, 2).map(cardsOnSheet));
    expect(sheets.flat()).toEqual([...tokens, ...Array<null>(8).fill(null)]);
  });

  it('shows number, school and, if wanted, the name on a card', () => {
    expect(pages[0]?.text).toContain('4812 0937 10');
    expect(pages[0]?.text).toContain('Solbakken ungdomsskole');
    expect(pages[0]?.text).toContain('Emma Hansen');
    expect(pages[1]?.text).not.toContain('Emma');
  });

  it('shows in a letter whom it is for, the number, the code in groups and a QR code that opens the registration', async () => {
    expect(pages[2]?.text).toContain('Til foresatte for Emma Hansen Klasse 8B');
    expect(pages[2]?.text).toContain('4812 0937 10');
    expect(pages[2]?.text).toContain('7K2M9 XQ4TB');
    expect(pages[2]?.text).toContain('foresatt.example/kort');
    expect(await Promise.all(pages.slice(2).map(letterCode))).toEqual([
      'https://foresatt.example/kort?n=4812093710&k=7K2M9XQ4TB',
      'https://foresatt.example/kort?n=4812093711&k=0000011111',
    ]);
  });

  it('names no child in the letter of a card from stock, but its number', () => {
    expect(pages[3]?.text).toContain('Til foresatte Kort 4812 0937 11');
    expect(pages[3]?.text).toContain('velg barnet som har kortet');
  });

  it('speaks bokmål, nynorsk and English', () => {
    expect(pages[2]?.text).toMatch(/Kontrollkoden virker én gang.*Koden verkar éin gong.*The code works once/);
  });
});

describe('a long name', () => {
  it('of a pupil, a class and a school still fits its place on one page', async () => {
    const name = 'Maximiliane Alexandra Konstantinopoulou-Wollschläger av Trondhjem';
    const schoolName = 'Nordre Øvre Eiker og Kongsberg interkommunale ungdomsskole og voksenopplæringssenter';
    const pdf = await print({
      ...head,
      schoolName,
      title: 'Kantinekort',
      cards: [{ token: 'KK1', number: '4812093710', pupil: { firstName: 'Maximiliane Alexandra', lastName: name } }],
      letters: [
        {
          number: '4812093710',
          controlCode: '7K2M9XQ4TB',
          pupil: { name, firstName: name, className: 'Studiespesialisering 1' },
        },
      ],
    });
    const pages = await readPdf(pdf);
    expect(pages).toHaveLength(2);
    expect(pages[1]?.text).toContain(`Til foresatte for ${name} Klasse Studiespesialisering 1`);
    expect(await Promise.all(pages.slice(1).map(letterCode))).toEqual([
      'https://foresatt.example/kort?n=4812093710&k=7K2M9XQ4TB',
    ]);
  });
});
