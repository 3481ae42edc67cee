import { Injectable } from '@nestjs/common';

export type OutboxHandler = (payload: unknown) => Promise<void>;

/** Who handles which topic. A handler may be called twice with the same message and must not mind. */
@Injectable()
export class OutboxHandlers {
  private readonly handlers = new Map<string, OutboxHandler>();

  on(topic: string, handler: OutboxHandler): void {
    if (this.handlers.has(topic)) throw new Error(`Topic ${topic} has a handler already`);
    this.handlers.set(topic, handler);
  }

  async deliver(topic: string, payload: unknown): Promise<void> {
    const handler = this.handlers.get(topic);
    if (!handler) throw new Error(`Topic ${topic} has no handler`);
    await handler(payload);
  }
}
