import type { Language } from '@kantinekortet/platform';

/** What a payment says it is for. It names the school and no child: the provider need not know one. */
export const pageTexts: Readonly<Record<'topUp' | 'claim', Readonly<Record<Language, string>>>> = {
  topUp: { nb: 'Påfylling av kantinekort', nn: 'Påfylling av kantinekort', en: 'Canteen card top-up' },
  claim: { nb: 'Skyldig beløp, kantinekort', nn: 'Skuldig beløp, kantinekort', en: 'Amount owed, canteen card' },
};
