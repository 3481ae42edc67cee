import type { Language } from '@kantinekortet/platform';
import { shortened, type ReceivedMail } from './read-mail.ts';
import { mailNotes } from './mail-notes.ts';
import { cutQuotes } from './cut-quotes.ts';

const maximumTextLength = 15_000;
const maximumNamedFiles = 20;
const maximumSubjectLength = 300;
const forward = /^(vs|vb|fw|fwd|wg) ?:/i;
const prefix = /^((sv|re|vs|vb|fw|fwd|wg|aw|svar) ?: ?)+/i;

interface Options {
  readonly language: Language;
  /** The files that the case does not take. */
  readonly droppedFiles: readonly string[];
  /** Whether the subject is said too: it is in the first mail, and says nothing new in an answer. */
  readonly withSubject: boolean;
}

/** What a mail says, as the message of a case: never empty, at most 20,000 characters. */
export function bodyOf({ subject, text }: ReceivedMail, { language, droppedFiles, withSubject }: Options): string {
  const notes = mailNotes[language];
  // What is sent on is written by another, and is what the mail is about.
  const words = forward.test(subject) ? text.trim() : cutQuotes(text);
  const own = words === '' ? notes.withoutText : shortened(words, maximumTextLength);
  const title = withSubject ? shortened(subject.replace(prefix, ''), maximumSubjectLength) : '';
  const dropped = droppedFiles.slice(0, maximumNamedFiles).map((name) => notes.dropped(shortened(name, 100)));
  const paragraphs = [title, own, words.length > own.length && words !== '' ? notes.shortened : '', dropped.join('\n')];
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}
