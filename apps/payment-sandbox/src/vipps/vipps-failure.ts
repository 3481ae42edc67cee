import { randomUUID } from 'node:crypto';

/** A refusal as Vipps words it: a problem document (RFC 9457). */
export class VippsFailure extends Error {
  readonly status: number;
  readonly title: string;
  readonly detail: string;

  constructor(status: number, title: string, detail: string) {
    super(title);
    this.status = status;
    this.title = title;
    this.detail = detail;
  }

  get problem() {
    return {
      type: `https://example.com/problems/${this.status}`,
      title: this.title,
      status: this.status,
      detail: this.detail,
      traceId: randomUUID(),
    };
  }
}
