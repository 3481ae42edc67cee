import type { Secrets } from '@kantinekortet/platform';

const keyLength = 16;

/** Which key a journal row was signed with; raise it when the derivation below changes. */
export const signingKeyVersion = 1;

/** The 16-byte key of the journal's HMAC-SHA1 signatures (SAF-T Cash Register 1.0). */
export function signingKey(secrets: Secrets): Buffer {
  return secrets.key('journal-signature').subarray(0, keyLength);
}
