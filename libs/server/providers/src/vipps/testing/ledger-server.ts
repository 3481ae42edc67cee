import { createServer, type Server } from 'node:http';

interface DatedEntry {
  readonly ledgerDate: string;
  readonly entryType: string;
  readonly amount: number;
  readonly recipientHandle?: string;
}

/** Speaks the report API with entries that were written down beforehand, so that a ledger may be weeks old. */
export class LedgerServer {
  readonly url: string;
  /** The ledger dates of the `funds` that were asked for. */
  readonly asked: string[] = [];
  private readonly server: Server;

  private constructor(server: Server, url: string) {
    this.server = server;
    this.url = url;
  }

  /** Entries in the order of their dates; the balance begins at zero. Dates after the last one are not over. */
  static async open(merchantSerialNumber: string, entries: readonly DatedEntry[]): Promise<LedgerServer> {
    const recipient = `api:${merchantSerialNumber}`;
    const lines = withBalances(entries, recipient);
    const lastDate = entries.at(-1)?.ledgerDate ?? '';
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '', 'http://127.0.0.1');
      const [, topic, date = ''] = /^\/report\/v2\/ledgers\/\w+\/(\w+)\/dates\/([\d-]+)$/.exec(pathname) ?? [];
      if (topic === 'funds') opened.asked.push(date);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answerTo(pathname, topic, date)));
    });
    const answerTo = (pathname: string, topic: string | undefined, date: string): object => {
      if (pathname === '/accesstoken/get') return { access_token: 'token', expires_in: '3600' };
      if (pathname === '/settlement/v1/ledgers') return { items: [{ ledgerId: '302321' }] };
      const items = topic === 'funds' ? lines.filter(({ ledgerDate }) => ledgerDate === date) : [];
      return { items, hasMore: false, tryLater: date > lastDate };
    };
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('The ledger server has no port');
    const opened = new LedgerServer(server, `http://127.0.0.1:${address.port}`);
    return opened;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}

function withBalances(entries: readonly DatedEntry[], recipient: string) {
  let balance = 0;
  return entries.map((entry, index) => {
    const balanceBefore = balance;
    balance += entry.amount;
    const named = { pspReference: `psp-${index + 1}`, reference: `payment-${index + 1}`, currency: 'NOK' };
    return { ...named, recipientHandle: recipient, balanceBefore, balanceAfter: balance, ...entry };
  });
}
