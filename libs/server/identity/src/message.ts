/** A text in a message from the outbox. Throws when it is not there: the message was not ours. */
export function textIn(message: unknown, name: string): string {
  const value: unknown =
    typeof message === 'object' && message !== null ? new Map(Object.entries(message)).get(name) : undefined;
  if (typeof value !== 'string') throw new TypeError(`The message has no ${name}`);
  return value;
}

/** The text as one of the values allowed. Throws when it is none of them. */
export function oneOf<T extends string>(allowed: readonly T[], text: string): T {
  const found = allowed.find((value) => value === text);
  if (found === undefined) throw new TypeError(`${text} is none of ${allowed.join(', ')}`);
  return found;
}
