/** A letter in plain words; the HTML part is made from the same text. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  /** Paragraphs, each a line or several. */
  readonly paragraphs: readonly string[];
  /** The one thing to do, as a button. */
  readonly action?: { readonly label: string; readonly url: string };
}
