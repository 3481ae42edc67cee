/** Reads the named parts of a URL's query. */
export function readSearch<Name extends string>(
  ...names: Name[]
): (search: Record<string, unknown>) => Partial<Record<Name, string>> {
  return (search) => {
    const found: Partial<Record<Name, string>> = {};
    for (const name of names) {
      const value = search[name];
      if (typeof value === 'string') found[name] = value;
    }
    return found;
  };
}

/**
 * The query as plain text. The router's default reads values as JSON, which would turn a control code such as `12E4567890`
 * into a number.
 */
export const plainSearch = {
  parseSearch: (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search: Record<string, unknown>): string => {
    const parts = Object.entries(search).filter((part): part is [string, string] => typeof part[1] === 'string');
    const text = new URLSearchParams(parts).toString();
    return text && `?${text}`;
  },
};
