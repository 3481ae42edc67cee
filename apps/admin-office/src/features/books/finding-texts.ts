import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

const changed = msg`Rader i regnskapet er ikke slik de var da de ble kontrollert sist.`;
const orphan = msg`En rad i regnskapet hører ikke til noen hendelse.`;
const wallet = msg`Saldoen på et kort er ikke summen av det som er ført på det.`;
const sums = msg`Summene i regnskapet går ikke opp mot hverandre.`;
const payout = msg`En utbetaling stemmer ikke med filen eller refusjonen den hører til.`;

/** What a finding means for the office. The ledger's own documentation explains each code to whoever looks into it. */
export const findingTexts: Readonly<Record<string, MessageDescriptor>> = {
  client_money_short: msg`Det er mindre penger på klientkontoen enn elevene har til gode.`,
  client_money_unconfirmed: msg`Saldoen på klientkontoen er ikke registrert de siste 35 dagene.`,
  clearing_not_settled: msg`Penger som familier har betalt, har ventet i mer enn 14 dager uten at de er ført på klientkontoen. Se under Oppgjør.`,
  payout_without_answer: msg`En utbetaling har vært på vei i mer enn 14 dager uten svar.`,
  hold_without_reason: msg`Penger er reservert på et kort uten at noen refusjon hører til.`,
  refund_without_its_hold: msg`En refusjon mangler reservasjonen sin.`,
  in_transit_differs: msg`Pengene som er på vei ut, er ikke de samme som refusjonene som er sendt.`,
  payout_file_differs: payout,
  payout_differs_from_its_file: payout,
  history_changed: changed,
  chain_broken: changed,
  operations_outside_the_chain: changed,
  transaction_counter_behind: msg`Databasen er gjenopprettet fra en kopi, og telleren må flyttes før kontrollen virker.`,
  transfer_without_operation: orphan,
  hold_without_operation: orphan,
  claim_without_operation: orphan,
  wallet_differs: wallet,
  wallet_missing: wallet,
  wallet_differs_from_transfers: wallet,
  sequence_gap: wallet,
  balance_does_not_follow: wallet,
  transfer_passes_its_wallet: wallet,
  debits_differ_from_credits: sums,
  claims_differ_from_transfers: sums,
  rollup_differs: sums,
};

export const otherFinding = msg`Noe i regnskapet stemmer ikke.`;
