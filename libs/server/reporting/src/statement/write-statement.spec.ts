import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { readPdf } from '@kantinekortet/platform/testing';
import type { StatementLine } from '@kantinekortet/wallet';
import type { StatementHead } from './statement-row.ts';
import { writeStatement } from './write-statement.ts';

const head: StatementHead = {
  schoolName: 'Fjellheim ungdomsskole',
  merchantName: 'Fjellheim kommune',
  organisationNumber: '912345678',
  pupilName: 'Emma Hansen',
  className: '8B',
  date: '23. november 2026',
  from: '2026-08-17',
  to: '2026-12-18',
  period: { afterSeq: 0, toSeq: 1_000, openingOre: 0, closingOre: 1_000 },
  language: 'nb',
};

function lineOf(seq: number): StatementLine {
  const moment = new Date('2026-09-01T10:00:00Z');
  return {
    seq,
    operationId: '01999999-0000-7000-8000-000000000000',
    kind: 'goodwill',
    counterAccount: 'goodwill_cost',
    amountOre: 1,
    balanceAfterOre: seq,
    occurredAt: moment,
    recordedAt: moment,
    reversesOperationId: null,
    payerId: null,
    result: {},
  };
}

describe('a long statement', () => {
  async function* lines(count: number, asked: { count: number }): AsyncGenerator<StatementLine> {
    for (let seq = 1; seq <= count; seq += 1) {
      asked.count = seq;
      yield await Promise.resolve(lineOf(seq));
    }
  }

  it('has every line, on numbered pages that each say whose it is', async () => {
    const pages = await readPdf(await buffer(Readable.from(writeStatement(head, lines(120, { count: 0 })))));
    expect(pages).toHaveLength(4);
    expect(pages.map(({ text }) => /Side (\d)/.exec(text)?.[1])).toEqual(['1', '2', '3', '4']);
    expect(pages.every(({ text }) => text.includes('Emma Hansen') && text.includes('912 345 678'))).toBe(true);
    const rows = pages.flatMap(({ text }) => text.match(/Gave fra skolen/g) ?? []);
    expect(rows).toHaveLength(120);
  });

  it('says of a purchase that the office gave back what it was, and from which receipt', async () => {
    async function* credit(): AsyncGenerator<StatementLine> {
      const result = { receiptNumber: 7, lines: [{ name: 'Grov baguett', quantity: 2, amountOre: 9_000 }] };
      yield await Promise.resolve({
        ...lineOf(1),
        reversesOperationId: '01999999-0000-7000-8000-000000000001',
        result,
      });
    }
    const [page] = await readPdf(await buffer(Readable.from(writeStatement(head, credit()))));
    expect(page?.text).toContain('Godskrevet: 2 × Grov baguett, kvittering 7');
  });

  it('leaves page by page: what is read of it is never more than what was asked for', async () => {
    const asked = { count: 0 };
    const chunks = writeStatement(head, lines(100_000, asked));
    const seen: number[] = [];
    for (let part = 0; part < 3; part += 1) {
      await chunks.next();
      seen.push(asked.count);
    }
    await chunks.return(undefined);
    expect(Math.max(...seen)).toBeLessThan(200);
  });
});
