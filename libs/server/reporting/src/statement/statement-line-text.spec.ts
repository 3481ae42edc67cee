import { describe, expect, it } from '@jest/globals';
import type { StatementLine } from '@kantinekortet/wallet';
import { statementLineText } from './statement-line-text.ts';
import { statementTexts } from './statement-texts.ts';

function lineOf(kind: StatementLine['kind'], result: StatementLine['result']): StatementLine {
  const moment = new Date('2026-09-01T10:00:00Z');
  return {
    ...{ seq: 1, operationId: '01999999-0000-7000-8000-000000000000', kind, counterAccount: 'clearing' },
    ...{ amountOre: -100, balanceAfterOre: 0, occurredAt: moment, recordedAt: moment },
    ...{ reversesOperationId: null, payerId: null, result },
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
    expect(statementLineText(lineOf(kind, { reason }), statementTexts.nb)).toBe(text);
  });
});

describe('a top-up on the statement', () => {
  it.each([
    ['by bank card', { paymentMethod: 'card', cardLast4: '4242' }, 'kort 4242'],
    ['in an app', { paymentMethod: 'Betalo' }, 'Betalo'],
    ['at the office', { paymentMethod: 'terminal', paymentReference: '17' }, 'bankterminal 17'],
  ])('%s says so', (_how, facts, paid) => {
    expect(statementLineText(lineOf('top_up', facts), statementTexts.nb)).toBe(`Påfylling, ${paid}`);
  });
});
