const maximumGapMs = 100;
const endKeys = new Set(['Enter', 'Tab']);

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

  /** Takes a key as `KeyboardEvent.key` names it, at a moment in ms; returns the token that it completes. */
  push(key: string, atMs: number): string | undefined {
    if (atMs - this.lastKeyAtMs > maximumGapMs) this.text = '';
    this.lastKeyAtMs = atMs;
    if (key.length === 1) {
      this.text += key.toUpperCase();
      return undefined;
    }
    if (!endKeys.has(key)) return undefined;
    const { text } = this;
    this.text = '';
    return this.isToken(text) ? text : undefined;
  }

  /** True while keys arrive at a scanner's pace, so that they are kept from buttons with focus. */
  get isReading(): boolean {
    return this.text.length >= 3;
  }
}
