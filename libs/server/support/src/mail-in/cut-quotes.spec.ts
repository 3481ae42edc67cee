import { describe, expect, it } from '@jest/globals';
import { cutQuotes } from './cut-quotes.ts';

const quoted = '> Hei.\n> Kortet er sperret.';

describe('what somebody wrote in answer to a mail', () => {
  it.each([
    ['Gmail', `Takk!\n\nDen man. 23. nov. 2026 kl. 11:32 skrev Skolen <skole@example.no>:\n\n${quoted}`],
    [
      'Gmail over two lines',
      `Takk!\n\nDen man. 23. nov. 2026 kl. 11:32 skrev Kantinekortet ved Skolen\n<skole@example.no>:\n${quoted}`,
    ],
    ['Gmail in English', `Takk!\n\nOn Mon, 23 Nov 2026 at 11:32, The School <s@example.no> wrote:\n${quoted}`],
    [
      'Outlook',
      'Takk!\n\nFra: Skolen <skole@example.no>\nSendt: mandag 23. november 2026 11.32\nTil: Kari\nEmne: Sak 1\n\nHei.',
    ],
    ['Outlook in bold', 'Takk!\n\n*Fra:* Skolen\n*Sendt:* mandag\n*Til:* Kari\n\nHei.'],
    ['Outlook in English', 'Takk!\n\nFrom: School\nSent: Monday\nTo: Kari\nSubject: Case 1\n\nHello.'],
    ['an older Outlook', 'Takk!\n\n-----Opprinnelig melding-----\nFra: Skolen\n\nHei.'],
    ['Outlook on the web', 'Takk!\n\n________________________________\nFra: Skolen\nSendt: i dag\n\nHei.'],
    ['Apple Mail', `Takk!\n\n23. nov. 2026 kl. 11:32 skrev Skolen <skole@example.no>:\n\n${quoted}`],
    ['an iPhone', `Takk!\n\nSendt fra min iPhone\n\n23. nov. 2026 kl. 11:32 skrev Skolen <s@example.no>:\n${quoted}`],
    ['a signature', 'Takk!\n\n-- \nKari Nordmann\nTlf. 123 45 678'],
    ['lines that end as Windows ends them', `Takk!\r\n\r\n${quoted}`],
  ])('is kept without the rest: %s', (_, text) => {
    expect(cutQuotes(text)).toBe('Takk!');
  });

  it.each([
    ['a text that is all quote', quoted],
    ['a line about where one is from', 'Hei!\nFra: i dag av virker ikke kortet.\nHilsen Kari'],
    ['an ordinary sentence', 'Jeg skrev til dere i går.\nOn time?'],
  ])('is not cut where nothing is quoted: %s', (_, text) => {
    expect(cutQuotes(text)).toBe(text);
  });
});
