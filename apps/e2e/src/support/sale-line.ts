import { expect, type Page, type Request, type Route } from '@playwright/test';

const salesAddress = '**/api/v1/sales';

/** A sale on its way that waits for `release`. */
interface HeldSale {
  readonly arrived: Promise<null>;
  readonly release: () => void;
}

/** The line between a till and the API: what happens to each request for a sale. */
export class SaleLine {
  /** Every request for a sale that left the till. */
  readonly requests: Request[] = [];
  private readonly page: Page;
  private handle: (route: Route) => Promise<void> = (route) => route.continue();

  private constructor(page: Page) {
    this.page = page;
  }

  static async of(page: Page): Promise<SaleLine> {
    const line = new SaleLine(page);
    await page.route(salesAddress, async (route) => {
      line.requests.push(route.request());
      await line.handle(route);
    });
    return line;
  }

  /** Lets requests reach the API, and loses its answers. */
  loseAnswers(): void {
    this.handle = async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    };
  }

  /** Loses the requests, before they reach the API. */
  loseRequests(): void {
    this.handle = (route) => route.abort('connectionrefused');
  }

  /** Holds requests back until `release`. */
  hold(): HeldSale {
    const arrival = Promise.withResolvers<null>();
    const opening = Promise.withResolvers<null>();
    this.handle = async (route) => {
      arrival.resolve(null);
      await opening.promise;
      await route.continue();
    };
    return { arrived: arrival.promise, release: () => opening.resolve(null) };
  }

  mend(): void {
    this.handle = (route) => route.continue();
  }

  /** The one id that every request of a sale carried. */
  saleId(): string {
    const ids = new Set(this.requests.map((request) => idOf(request)));
    expect(ids.size, 'the sale keeps its id').toBe(1);
    return String([...ids][0]);
  }

  /** Sends the first request once more, as a network that was only late would. */
  async deliverLate(): Promise<{ status: number; body: unknown }> {
    const [first] = this.requests;
    if (!first) throw new Error('No sale left the till');
    const answer = await this.page.request.fetch(first);
    const body: unknown = await answer.json();
    return { status: answer.status(), body };
  }
}

function idOf(request: Request): unknown {
  const body: unknown = request.postDataJSON();
  return typeof body === 'object' && body !== null && 'id' in body ? body.id : undefined;
}
