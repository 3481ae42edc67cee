export type RosterEncoding = 'utf-8' | 'utf-16le' | 'windows-1252';

export interface DecodedFile {
  readonly encoding: RosterEncoding;
  readonly text: string;
}

/**
 * The text of a roster file. Excel in Norway saves CSV as Windows-1252 or as UTF-8 with a byte order mark, and
 * "Unicode text" as UTF-16. Norwegian letters in Windows-1252 are never valid UTF-8, so trying UTF-8 first is safe.
 */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  try {
    return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return decodeAs('windows-1252', bytes);
  }
}

function decodeAs(encoding: RosterEncoding, bytes: Uint8Array): DecodedFile {
  return { encoding, text: new TextDecoder(encoding).decode(bytes) };
}
