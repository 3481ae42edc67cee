import type { StatementLine } from '@kantinekortet/wallet';
import { kindOf, summaryOf } from '../wallets/transaction-summary.ts';
import type { StatementTexts } from './statement-texts.ts';

/** What a line of a statement was: the things bought, or the kind of movement with what one knows it again by. */
export function statementLineText(line: StatementLine, texts: StatementTexts): string {
  const summary = summaryOf(line);
  const kind = kindOf(line);
  const bought =
    summary.lines?.map(({ name, quantity }) => (quantity > 1 ? `${quantity} × ${name}` : name)).join(', ') ??
    texts.purchase;
  const receipt = summary.receiptNumber === undefined ? [] : [texts.receipt(summary.receiptNumber)];
  if (kind === 'sale') return [bought, ...receipt].join(', ');
  if (kind === 'sale_return') return [texts.returned(bought), ...receipt].join(', ');
  if (kind === 'goodwill' && summary.reversesId !== undefined) return [texts.credited(bought), ...receipt].join(', ');
  const { takenBackBy } = summary;
  if (takenBackBy !== undefined && (kind === 'dispute' || kind === 'dispute_won')) {
    return texts.takenBack[takenBackBy][kind];
  }
  const { paymentMethod = '' } = summary;
  // An app has its own name, in every language.
  const method = texts.methods[paymentMethod] ?? (paymentMethod || undefined);
  const reference = summary.paymentReference ?? summary.cardLast4;
  const paid = [method, reference].filter((text) => text !== undefined).join(' ');
  const isPayment = kind === 'top_up' || kind === 'correction';
  const name = summary.isAutomatic && kind === 'top_up' ? texts.automaticTopUp : texts.kinds[kind];
  return [name ?? texts.otherKind, ...(isPayment && paid !== '' ? [paid] : [])].join(', ');
}
