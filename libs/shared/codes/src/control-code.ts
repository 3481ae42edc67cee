import { symbolsOf } from './crockford.ts';

/** Symbols in a control code, five random bits each. */
export const controlCodeLength = 10;

const separators = /[\s\-\u2010-\u2013]/g;
const shape = /^[0-9A-HJKMNP-TV-Z]{10}$/;

/** The control code of ten random bytes. */
export function controlCodeOf(bytes: Uint8Array): string {
  if (bytes.length !== controlCodeLength) throw new RangeError(`A control code is made of ${controlCodeLength} bytes`);
  return symbolsOf(bytes);
}

/**
 * Reads a control code as typed: small letters, spaces and dashes do not matter, I and L are 1, O is 0 (Crockford).
 * Undefined when it cannot be one.
 */
export function parseControlCode(text: string): string | undefined {
  const code = text.replace(separators, '').toUpperCase().replace(/[IL]/g, '1').replaceAll('O', '0');
  return shape.test(code) ? code : undefined;
}

/** A control code as people read it: `7K2M9 XQ4TB`, with a no-break space. */
export function formatControlCode(code: string): string {
  return `${code.slice(0, 5)}\u00a0${code.slice(5)}`;
}
