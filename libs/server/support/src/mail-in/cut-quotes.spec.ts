import { describe, expect, it } from '@jest/globals';
import { cutQuotes } from './cut-quotes.ts';

const own = 'Hei,\n\ntakk for svar. Kortet er funnet.\n\nHilsen Kari';

describe('what a person wrote in a mail', () => {
  it.each([
    [
      'Outlook in Norwegian',
      `${own}\n\nFra: Fjellheim skole <kontakt@example.no>\nSendt: mandag 23. november 2026 11:32\nTil: Kari\nEmne: Svar\n\nHei Kari`,
    ],
    ['Outlook in nynorsk', `${own}\n\nFrå: Skulen\nSendt: måndag\nTil: Kari\n\nHei`],
    [
      'Outlook in English',
      `${own}\n\nFrom: School <kontakt@example.no>\nSent: Monday, November 23, 2026 11:32 AM\nTo: Kari\nSubject: x\n\nHello`,
    ],
    [
      'Outlook on a phone',
      `${own}\n\nFå Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFra: Skolen\nSendt: i dag\n\nHei`,
    ],
    ['Outlook with bold names', `${own}\n\n*Fra:* Skolen\n*Sendt:* i dag\n\nHei`],
    ['an old Outlook', `${own}\n\n-----Opprinnelig melding-----\nFra: Skolen\n\nHei`],
    ['an old English Outlook', `${own}\n\n-----Original Message-----\nHello`],
    [
      'Gmail',
      `${own}\n\nDen man. 23. nov. 2026 kl. 11:32 skrev Kantinekortet <\nikke-svar@example.no>:\n\n> Hei Kari\n>\n> Kortet er sperret.\n`,
    ],
    ['Gmail in nynorsk', `${own}\n\nDen mån. 23. nov. 2026 kl. 11:32 skreiv Skulen <a@example.no>:\n> Hei`],
    ['Gmail in English', `${own}\n\nOn Mon, Nov 23, 2026 at 11:32 AM Kantinekortet <a@example.no> wrote:\n\n> Hi\n`],
    ['Gmail that indents the quote', `${own}\n\nOn Mon, Nov 23, 2026 at 11:32 AM School <a@example.no> wrote:\n\nHi`],
    ['Apple Mail', `${own}\n\n> 23. nov. 2026 kl. 11:32 skrev Skolen <a@example.no>:\n> \n> Hei`],
    ['Apple Mail, unmarked', `${own}\n\n23. nov. 2026 kl. 11:32 skrev Skolen:\n\n> Hei`],
    ['Apple Mail in English', `${own}\n\nOn 23 Nov 2026, at 11:32, School <a@example.no> wrote:\n\n> Hi`],
    ['an iPhone', `${own}\n\nSendt fra min iPhone\n\n> 23. nov. 2026 kl. 11:32 skrev Skolen:\n> Hei`],
    ['an iPhone in English', `${own}\n\nSent from my iPhone`],
    ['a Samsung phone', `${own}\n\nSendt fra min Galaxy`],
    ['a signature', `${own}\n-- \nKari Nordmann\nTelefon 12345678`],
    ['quotes alone', `${own}\n\n> Hei Kari\n> Kortet er sperret.`],
    ['Windows line ends', `${own}\n\n-----Opprinnelig melding-----\nHei`.replaceAll('\n', '\r\n')],
  ])('is all that stays of a mail from %s', (_, text) => {
    expect(cutQuotes(text)).toBe(own);
  });

  it('stays below and between what it answers', () => {
    const head = 'On Mon, Nov 23, 2026 at 11:32 AM School <a@example.no> wrote:';
    expect(cutQuotes(`${head}\n> Hi\n\nThanks.`)).toBe('Thanks.');
    expect(cutQuotes(`Hi\n${head}\n> Which card?\nThe blue one.\n> Which child?\nOla.`)).toBe(
      'Hi\nThe blue one.\nOla.',
    );
  });

  it.each([
    'Den 3. mai 2026 kl. 11.30 skrev jeg til dere:\n\nHvor er kortet?',
    'Fra: nå av vil vi ha faktura.\nTakk.',
    'Tre kort:\n--\nAnna\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11',
    'Se under.\n\n---------- Forwarded message ---------\nFrom: Farmor <f@example.no>\nDate: Mon\n\nKortet er borte.',
    'Start på videresendt melding:\n\nFra: Farmor\nDato: i dag\n\nKortet er borte.',
    'Jeg skrev til dere i går.\nOn time?',
    'Læreren skrev til oss:\nKortet er borte siden mandag.',
    'Sendt fra min klasse kom det tre kort for mye.\nHva gjør vi?',
  ])('is not cut where it only looks like a quote: %j', (text) => {
    expect(cutQuotes(text)).toBe(text);
  });

  it.each(['> Alt er sitert', '-----Opprinnelig melding-----\nHei', 'Sendt fra min iPhone', '-- \nKari'])(
    'is the whole text rather than nothing: %j',
    (text) => {
      expect(cutQuotes(text)).toBe(text);
    },
  );

  it('is nothing of a mail without text', () => {
    expect(cutQuotes(' \r\n ')).toBe('');
  });

  it('is found soon in a mail that was made to take long', () => {
    const started = performance.now();
    cutQuotes(`${'On 2026 11:32 '.repeat(20_000)}\n${'> '.repeat(20_000)}\n${'Fra: x\n'.repeat(20_000)}`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
