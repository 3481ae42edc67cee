import { newId } from '@kantinekortet/api-client';

const prefix = 'kantinekortet.draft.';
const attemptOf = (key: string) => `${key}.attempt`;

/** What was typed under a key in this tab and not sent yet; empty when there is nothing. A reload keeps it. */
export function readDraft(key: string): Readonly<Record<string, string>> {
  const stored = sessionStorage.getItem(prefix + key);
  const draft: unknown = stored === null ? undefined : JSON.parse(stored);
  if (typeof draft !== 'object' || draft === null) return {};
  return Object.fromEntries(
    Object.entries(draft).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

export function keepDraft(key: string, values: Readonly<Record<string, string>>): void {
  sessionStorage.setItem(prefix + key, JSON.stringify(values));
}

/** After sending: the next one is new. */
export function dropDraft(key: string): void {
  sessionStorage.removeItem(prefix + key);
  sessionStorage.removeItem(prefix + attemptOf(key));
}

/**
 * The id under which a draft is sent: the same for the same content, so that a second try after a lost answer is known
 * again; another one when the content was changed, so that the change is not taken for a repetition.
 */
export function attemptId(key: string, content: unknown): string {
  const text = JSON.stringify(content);
  const known = readDraft(attemptOf(key));
  if (known['content'] === text && known['id'] !== undefined) return known['id'];
  const id = newId();
  keepDraft(attemptOf(key), { content: text, id });
  return id;
}
