/** What the accountant calls each kind of account and of operation. */
const accountNames: Readonly<Record<string, string>> = {
  wallet: 'Gjeld til kortholdere',
  revenue: 'Salgsinntekt',
  fee_income: 'Gebyrinntekt',
  claims: 'Fordringer på kortholdere',
  clearing: 'Oppgjør betalingsleverandør',
  bank: 'Driftskonto',
  client_bank: 'Klientkonto',
  in_transit: 'Utbetalinger underveis',
  provider_cost: 'Kostnad betalingsleverandør',
  goodwill_cost: 'Gaver til kortholdere',
  vat: 'Utgående merverdiavgift',
  offline_loss: 'Tap ved salg uten nett',
};

const operationNames: Readonly<Record<string, string>> = {
  top_up: 'Påfylling',
  sale: 'Salg',
  sale_return: 'Retur',
  fee: 'Gebyr',
  fee_waiver: 'Gebyr slettet',
  claim: 'Krav',
  claim_settlement: 'Krav trukket',
  claim_payment: 'Krav betalt',
  claim_waiver: 'Krav slettet',
  hold_post: 'Refusjon sendt',
  payout_confirmed: 'Refusjon utbetalt',
  payout_returned: 'Refusjon i retur',
  dispute: 'Omtvistet betaling',
  dispute_won: 'Omtvistet betaling tilbakeført',
  settlement: 'Oppgjør',
  goodwill: 'Gave',
  sibling_transfer: 'Overføring mellom søsken',
  vat_closing: 'Merverdiavgift',
  release: 'Overføring til driftskonto',
  correction: 'Korreksjon',
};

/** An account by its kind, and its name where there are several of the kind. */
export function accountName(kind: string, name: string): string {
  return [accountNames[kind] ?? kind, name].filter((part) => part !== '').join(' ');
}

export function operationName(kind: string): string {
  return operationNames[kind] ?? kind;
}
