import { randomInt } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, so that a code survives being read aloud. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 8;

/** Draws a pairing code: 8 characters, 40 random bits. */
export function drawPairingCode(): string {
  return Array.from({ length: codeLength }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

/** A code as it was drawn from what a person typed: any case, spaces and hyphens, O for 0, I and L for 1. */
export function readPairingCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
