import { describe, expect, it } from '@jest/globals';
import { fileKindOf, safeFileName } from './file-kind.ts';

describe('a file', () => {
  it.each([
    ['\x89PNG\r\n\x1a\nrest', 'image/png'],
    ['\xff\xd8\xff\xe0rest', 'image/jpeg'],
    ['RIFF1234WEBPVP8 ', 'image/webp'],
    ['%PDF-1.7\n', 'application/pdf'],
    ['<html><script>', undefined],
    ['<?xml version="1.0"?><svg>', undefined],
    ['MZ\x90', undefined],
    ['', undefined],
  ])('is known by its bytes: %j', (bytes, kind) => {
    expect(fileKindOf(Buffer.from(bytes, 'latin1'))).toBe(kind);
  });

  it.each([
    ['kvittering.pdf', 'kvittering.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\bilder\\Åse (1).png', 'Åse (1).png'],
    ['a"b\r\nX: y.png', 'abX y.png'],
    ['...', 'vedlegg'],
    ['', 'vedlegg'],
  ])('called %j is kept as %j', (name, kept) => {
    expect(safeFileName(name)).toBe(kept);
  });
});
