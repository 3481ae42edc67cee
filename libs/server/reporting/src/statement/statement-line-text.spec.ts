import { describe, expect, it } from '@jest/globals';
import type { StatementLine } from '@kantinekortet/wallet';
import { statementLineText } from './statement-line-text.ts';
import { statementTexts } from './statement-texts.ts';

function lineOf(kind: StatementLine['kind'], reason: string): StatementLine {
  const moment = new Date('2026-09-01T10:00:00Z');
  return {
    ...{ seq: 1, operationId: '01999999-0000-7000-8000-000000000000', kind, counterAccount: 'clearing' },
    ...{ amountOre: -100, balanceAfterOre: 0, occurredAt: moment, recordedAt: moment },
    ...{ reversesOperationId: null, payerId: null, result: { reason } },
  };
}

describe('a payment that went back past us, on the statement', () => {
  it.each([
    ['dispute', 'dispute', 'Betaling hentet tilbake av banken'],
    ['dispute_won', 'dispute', 'Betaling kom tilbake fra banken'],
    ['dispute', 'dashboard_refund', 'Betaling sendt tilbake til betaleren'],
    ['dispute_won', 'dashboard_refund', 'Betaling sendt tilbake, kom i retur'],
    ['dispute', 'withheld', 'Betaling trukket tilbake'],
  ] as const)('%s for %s: %s', (kind, reason, text) => {
    expect(statementLineText(lineOf(kind, reason), statementTexts.nb)).toBe(text);
  });
});
