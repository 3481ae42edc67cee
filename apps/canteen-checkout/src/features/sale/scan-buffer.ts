const maximumGapMs = 100;
const endKeys = new Set(['Enter', 'Tab']);

/** Nobody types so much within so little time: a scanner has read something, if not a card of ours. */
const leastForeignLength = 8;

/** What a scanner read: a card of ours, or a code that is none. */
export interface Scan {
  readonly kind: 'card' | 'foreign';
  readonly text: string;
}

/**
 * Tells a keyboard-wedge scanner from typing: keys at most 100 ms apart that end in Enter or Tab and form a card token.
 * `isToken` judges the text (our prefix and check character), so that a fast typist sells nothing.
 */
export class ScanBuffer {
  private text = '';
  private lastKeyAtMs = Number.NEGATIVE_INFINITY;
  private readonly isToken: (text: string) => boolean;

  constructor(isToken: (text: string) => boolean) {
    this.isToken = isToken;
  }

  /** Takes a key as `KeyboardEvent.key` names it, at a moment in ms; returns the scan that it completes. */
  push(key: string, atMs: number): Scan | undefined {
    if (atMs - this.lastKeyAtMs > maximumGapMs) this.text = '';
    this.lastKeyAtMs = atMs;
    if (key.length === 1) {
      this.text += key.toUpperCase();
      return undefined;
    }
    if (!endKeys.has(key)) return undefined;
    const { text } = this;
    this.text = '';
    if (this.isToken(text)) return { kind: 'card', text };
    return text.length >= leastForeignLength ? { kind: 'foreign', text } : undefined;
  }

  /** True while keys arrive at a scanner's pace, so that they are kept from buttons with focus. */
  get isReading(): boolean {
    return this.text.length >= 3;
  }
}
