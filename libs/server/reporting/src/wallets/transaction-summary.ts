import type { StatementLine } from '@kantinekortet/wallet';
import type { SeenLine } from './payer-views.service.ts';
import type { TransactionLineDto, TransactionSummaryDto } from './wallet.dto.ts';

type Facts = StatementLine['result'];

/** Picks what a statement shows from the facts that an operation stored with its answer. */
export function summaryOf({
  result,
  reversesOperationId,
  payer,
}: Pick<SeenLine, 'result' | 'reversesOperationId' | 'payer'>): TransactionSummaryDto {
  const lines = linesOf(result);
  const withoutCard = result['withoutCard'];
  const receiptNumber = result['receiptNumber'];
  return {
    ...(typeof receiptNumber === 'number' && { receiptNumber }),
    ...textFact(result, 'registerName'),
    ...(lines.length > 0 && { lines }),
    ...(typeof withoutCard === 'boolean' && { withoutCard }),
    ...(payer !== undefined && { payer }),
    ...textFact(result, 'paymentMethod'),
    ...textFact(result, 'paymentReference'),
    ...textFact(result, 'cardBrand'),
    ...textFact(result, 'cardLast4'),
    ...(result['isAutomatic'] === true && { isAutomatic: true }),
    ...(reversesOperationId !== null && { reversesId: reversesOperationId }),
    ...takenBackBy(result['reason']),
  };
}

/** A top-up that met something owed has a line for the money and one for each claim that it paid. */
export function kindOf({
  kind,
  counterAccount,
}: Pick<StatementLine, 'kind' | 'counterAccount'>): StatementLine['kind'] {
  return kind === 'top_up' && counterAccount === 'claims' ? 'claim_settlement' : kind;
}

/** Whom the payer had the money back from, past us. */
function takenBackBy(reason: unknown): Pick<TransactionSummaryDto, 'takenBackBy'> {
  if (reason === 'dispute') return { takenBackBy: 'bank' };
  return reason === 'dashboard_refund' ? { takenBackBy: 'merchant' } : {};
}

function textFact<Name extends string>(facts: Facts, name: Name): Partial<Record<Name, string>> {
  const value = facts[name];
  const found: Partial<Record<Name, string>> = {};
  if (typeof value === 'string') found[name] = value;
  return found;
}

function linesOf({ lines }: Facts): TransactionLineDto[] {
  if (!Array.isArray(lines)) return [];
  return lines.filter(isLine).map(({ name, quantity, amountOre }) => ({ name, quantity, amountOre }));
}

function isLine(value: unknown): value is TransactionLineDto {
  return typeof value === 'object' && value !== null && 'name' in value && 'quantity' in value && 'amountOre' in value;
}
