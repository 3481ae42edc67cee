import type { FastifyInstance } from 'fastify';
import type { Merchant } from '../../merchants.ts';
import type { VippsEndpoints } from '../vipps-endpoint.ts';
import { VippsFailure } from '../vipps-failure.ts';
import { topics, type LedgerEntry, type VippsLedgers } from './vipps-ledgers.ts';

/** Far below the 1,000 that a page may hold, so that whoever reads meets pages. */
const pageSize = 3;

interface ReportParts {
  ledgers: VippsLedgers;
  endpoints: VippsEndpoints;
}

/** What a merchant reads of its ledger (developer.vippsmobilepay.com/docs/APIs/report-api). */
export function ledgerRoutes(app: FastifyInstance, { ledgers, endpoints }: ReportParts): void {
  app.get(
    '/settlement/v1/ledgers',
    endpoints.handler({
      operation: 'ledgers.list',
      run: ({ merchant, query }) => {
        const wanted = query['settlesForRecipientHandles'] ?? recipientOf(merchant);
        const isThere = wanted === recipientOf(merchant) && ledgers.isThere(merchant.id);
        return { items: isThere ? [renderLedger(merchant)] : [] };
      },
    }),
  );
  app.get(
    '/report/v2/ledgers/:ledgerId/:topic/dates/:ledgerDate',
    endpoints.handler({
      operation: 'reports.get',
      run: ({ merchant, params, query }) => {
        const { ledgerId, ledgerDate = '' } = params;
        const topic = topics.find((name) => name === params['topic']);
        if (ledgerId !== ledgerIdOf(merchant) || !ledgers.isThere(merchant.id))
          throw new VippsFailure(404, 'Not found', 'No such ledgerId');
        if (!topic || !/^\d{4}-\d{2}-\d{2}$/.test(ledgerDate))
          throw new VippsFailure(400, 'Bad request', 'No such report');
        if (!ledgers.isClosed(merchant.id, ledgerDate)) return { hasMore: false, items: [], tryLater: true };
        const lines = withBalances(merchant, ledgers.entries(merchant.id, topic));
        return pageOf(
          lines.filter((line) => line.ledgerDate === ledgerDate),
          query['cursor'],
        );
      },
    }),
  );
}

function ledgerIdOf({ credentials }: Merchant): string {
  return credentials['merchantSerialNumber'] ?? '';
}

function recipientOf({ credentials }: Merchant): string {
  return `api:${credentials['merchantSerialNumber'] ?? ''}`;
}

function renderLedger(merchant: Merchant) {
  const owner = { scheme: 'business:NO:ORG', id: '987654321' };
  const recipientHandle = recipientOf(merchant);
  return {
    ledgerId: ledgerIdOf(merchant),
    currency: 'NOK',
    payoutBankAccount: { scheme: 'BBAN:NO', id: '86011117947' },
    owner,
    settlesForRecipientHandles: [recipientHandle],
    salesUnits: [{ name: merchant.displayName, recipientHandle, businessIdentifier: owner }],
  };
}

/** The lines as the API shows them, each with the balance around it. */
function withBalances(merchant: Merchant, entries: readonly LedgerEntry[]) {
  let balance = 0;
  return entries.map((entry) => {
    const balanceBefore = balance;
    balance += entry.amount;
    const isOfSale = entry.entryType !== 'fees-retained' && entry.entryType !== 'payout-scheduled';
    return {
      ...entry,
      currency: 'NOK',
      balanceBefore,
      balanceAfter: balance,
      recipientHandle: isOfSale ? recipientOf(merchant) : null,
    };
  });
}

function pageOf<Item>(items: readonly Item[], cursor: string | undefined) {
  const from = cursor === undefined ? 0 : Number(Buffer.from(cursor, 'base64url').toString('utf8'));
  const next = from + pageSize;
  const page = { items: items.slice(from, next), tryLater: false };
  if (next >= items.length) return { ...page, hasMore: false };
  return { ...page, hasMore: true, cursor: Buffer.from(String(next)).toString('base64url') };
}
