/** A letter in plain words; the HTML part is made from the same text. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  /** Paragraphs, each a line or several. */
  readonly paragraphs: readonly string[];
  /** The one thing to do, as a button. */
  readonly action?: { readonly label: string; readonly url: string };
  /** Where an answer goes, when it is not to us in general. */
  readonly replyTo?: string;
  /** Of a letter that a person wrote: others say that a machine did (RFC 3834), so that no machine answers them. */
  readonly isWrittenByPerson?: boolean;
}
