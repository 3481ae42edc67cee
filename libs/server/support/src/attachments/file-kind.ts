/** Of what is taken: how its bytes begin (and, for WebP, what stands at the eighth). */
const signatures = [
  { contentType: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], at: 0 },
  { contentType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff], at: 0 },
  { contentType: 'image/webp', bytes: [0x57, 0x45, 0x42, 0x50], at: 8 },
  { contentType: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], at: 0 },
] as const;

export type FileKind = (typeof signatures)[number]['contentType'];

/** What a case keeps. */
export const fileKinds = signatures.map(({ contentType }) => contentType);

/** What a file is by its bytes, whatever it is called; undefined for anything but pictures and PDF. */
export function fileKindOf(bytes: Uint8Array): FileKind | undefined {
  return signatures.find(({ bytes: signature, at }) => signature.every((byte, index) => bytes[at + index] === byte))
    ?.contentType;
}

/** Of a case. */
export const maximumFiles = 20;

const maximumFileBytes = 10 * 1024 * 1024;

/** What a file is, if it is one that cases keep. */
export function kindOfKept(bytes: Uint8Array): FileKind | undefined {
  return bytes.length > maximumFileBytes ? undefined : fileKindOf(bytes);
}

/** A name that can stand in a header and on a disk; what cannot be in one is left out. */
export function safeFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const kept = last.replaceAll(/[^\p{L}\p{N} ._()-]/gu, '').trim();
  return kept.replace(/^\.+/, '').slice(-120) || 'vedlegg';
}
