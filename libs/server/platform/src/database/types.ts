import { types, type CustomTypesConfig } from 'pg';

/** int8 as an exact number. Throws when it is beyond what a double holds. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is not a safe integer`);
  return value;
}

/** How every connection reads PostgreSQL's types: bigint as a safe integer, date as its text. */
export const columnTypes: CustomTypesConfig = {
  getTypeParser(oid, format) {
    const parser: unknown = format === 'binary' ? types.getTypeParser(oid, 'binary') : types.getTypeParser(oid, 'text');
    if (format === 'binary') return parser;
    if (oid === types.builtins.INT8) return safeInteger;
    if (oid === types.builtins.DATE) return (text: string) => text;
    return parser;
  },
};
