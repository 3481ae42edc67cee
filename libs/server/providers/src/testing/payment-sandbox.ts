import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const workspaceRoot = resolve(import.meta.dirname, '../../../../..');

/** What a test orders the sandbox to do wrong, once unless `times` says more. */
export interface OrderedFault {
  readonly kind:
    | 'timeout_before'
    | 'timeout_after'
    | 'error_500'
    | 'error_500_after'
    | 'unavailable_503'
    | 'amount_differs'
    | 'currency_differs'
    | 'refund_refused'
    | 'refund_pending'
    | 'drop'
    | 'duplicate'
    | 'delay'
    | 'forged_signature'
    | 'old_timestamp';
  readonly operation?: string;
  readonly merchantId?: string;
  readonly times?: number;
  readonly delayMs?: number;
}

/** The sandbox's own record of a payment; amounts in øre. */
export interface SandboxPayment {
  readonly reference: string;
  readonly merchantReference: string | null;
  readonly amountOre: number;
  readonly currency: string;
  readonly status: 'open' | 'processing' | 'paid' | 'failed' | 'expired';
  readonly refundedOre: number;
}

/** The sandbox's own record of a refund; amounts in øre. */
export interface SandboxRefund {
  readonly reference: string;
  readonly merchantReference: string | null;
  readonly paymentReference: string;
  readonly amountOre: number;
  readonly status: 'pending' | 'succeeded' | 'failed';
}

/** A merchant's account by the sandbox's own record, in øre. */
export interface SandboxAccount {
  readonly movedOre: number;
  readonly costOre: number;
  readonly paidOutOre: number;
  readonly balanceOre: number;
}

/** A webhook that the sandbox sent, keeps or dropped. */
export interface SandboxWebhook {
  readonly eventId: string;
  readonly eventType: string;
  readonly status: 'waiting' | 'delivered' | 'dropped' | 'given_up';
  readonly body: string;
}

export interface SandboxMerchant {
  readonly id: string;
  readonly provider: string;
  readonly displayName: string;
  readonly webhookUrl: string;
  readonly credentials: Readonly<Record<string, string>>;
}

/** The payment sandbox as a process of its own, on a free port. */
export class PaymentSandbox {
  readonly url: string;
  private readonly process: ChildProcess;

  private constructor(url: string, process: ChildProcess) {
    this.url = url;
    this.process = process;
  }

  /** Starts a sandbox that keeps everything in memory. */
  static async start(environment: Readonly<Record<string, string>> = {}): Promise<PaymentSandbox> {
    const loader = join(workspaceRoot, 'tools/loader.mjs');
    const main = join(workspaceRoot, 'apps/payment-sandbox/src/main.ts');
    const child = spawn(process.execPath, ['--import', loader, '-C', 'kantinekortet-source', main], {
      env: { PATH: process.env['PATH'], NODE_ENV: 'test', PORT: '0', SANDBOX_TICK_MS: '20', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /^Payment sandbox: (\S+)$/.exec(line)?.[1];
      if (url !== undefined) return new PaymentSandbox(url, child);
    }
    throw new Error('The payment sandbox ended before it was ready; its error stands above');
  }

  async register(merchant: SandboxMerchant): Promise<void> {
    await this.control('POST', 'merchants', merchant);
  }

  async order(fault: OrderedFault): Promise<void> {
    await this.control('POST', 'faults', fault);
  }

  /** Whether an ordered fault has yet to strike this merchant's operation. */
  async isPending({ operation, merchantId }: OrderedFault): Promise<boolean> {
    const pending = await this.list<OrderedFault>('faults');
    return pending.some((fault) => fault.operation === operation && fault.merchantId === merchantId);
  }

  /** Answers a slow payment now. */
  async settle(reference: string): Promise<void> {
    await this.control('POST', `payments/${reference}/settle`);
  }

  /** Lets the time of an open payment run out. */
  async expire(reference: string): Promise<void> {
    await this.control('POST', `payments/${reference}/expire`);
  }

  /** The payer's bank answers a refund, also one that it had taken. */
  async answerRefund(reference: string, answer: 'succeeded' | 'failed'): Promise<void> {
    await this.control('POST', `refunds/${reference}/${answer}`);
  }

  /** Somebody refunds a payment at the provider, without us. */
  async refundThere(reference: string, amountOre: number): Promise<void> {
    await this.control('POST', `payments/${reference}/refund`, { amountOre });
  }

  /** The payer's bank takes a payment or part of it back, or asks about it. Returns the provider's id of the dispute. */
  async dispute(
    reference: string,
    wish: { readonly amountOre?: number; readonly isInquiry?: boolean } = {},
  ): Promise<string> {
    const answer = await this.control('POST', `payments/${reference}/dispute`, wish);
    return typeof answer === 'object' && answer !== null && 'reference' in answer ? String(answer.reference) : '';
  }

  async answerDispute(reference: string, answer: 'won' | 'lost' | 'escalated' | 'closed'): Promise<void> {
    await this.control('POST', `disputes/${reference}/${answer}`);
  }

  /** Sends what a merchant has at the provider to its bank. */
  async issuePayout(merchantId: string): Promise<void> {
    await this.control('POST', 'payouts', { merchantId });
  }

  /** A merchant's account by the sandbox's own record. */
  async account(merchantId: string): Promise<SandboxAccount> {
    const [account] = await this.list<SandboxAccount>(`accounts/${merchantId}`);
    if (!account) throw new Error('The payment sandbox keeps no account');
    return account;
  }

  async refunds(merchantId: string): Promise<SandboxRefund[]> {
    return this.list<SandboxRefund>(`refunds?merchantId=${merchantId}`);
  }

  async payments(merchantId: string): Promise<SandboxPayment[]> {
    return this.list<SandboxPayment>(`payments?merchantId=${merchantId}`);
  }

  /** All webhooks of a merchant, when none is under way any more. */
  async webhooks(merchantId: string): Promise<SandboxWebhook[]> {
    return this.list<SandboxWebhook>(`webhooks?merchantId=${merchantId}`);
  }

  /** Sends a webhook again. Returns the status that the merchant answered. */
  async resend(eventId: string, { forged = false } = {}): Promise<number> {
    const answer = await this.control('POST', `webhooks/${eventId}/send?forged=${String(forged)}`);
    return typeof answer === 'object' && answer !== null && 'status' in answer ? Number(answer.status) : 0;
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.kill('SIGTERM');
    await ended;
  }

  private async list<Item>(path: string): Promise<Item[]> {
    const answer = await this.control('GET', path);
    const items = typeof answer === 'object' && answer !== null && 'items' in answer ? answer.items : undefined;
    if (!Array.isArray(items)) throw new Error(`The payment sandbox gave no list for ${path}`);
    // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- the sandbox's contract, at its wire
    return items as Item[];
  }

  private async control(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.url}/control/${path}`, {
      method,
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`The payment sandbox refused ${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}
