import { describe, expect, it } from '@jest/globals';
import { passesDmarc } from './authentication-results.ts';

const passed = 'mx.example.no; spf=pass smtp.mailfrom=a.no; dmarc=pass (p=reject) header.from=Kari.no';

describe('the sender of a mail', () => {
  it('is proven by what the mail server in front found', () => {
    expect(passesDmarc([passed], 'MX.example.no', 'kari.no')).toBe(true);
  });

  it.each([
    ['no server is trusted', [passed], undefined],
    ['another server says so', [passed], 'mx.other.no'],
    ['nobody says so', [], 'mx.example.no'],
    ['it failed', ['mx.example.no; dmarc=fail header.from=kari.no'], 'mx.example.no'],
    ['it is only said in a comment', ['mx.example.no; spf=pass (; dmarc=pass header.from=kari.no)'], 'mx.example.no'],
    ['it was another domain', ['mx.example.no; dmarc=pass header.from=evil.no'], 'mx.example.no'],
    ['it names no domain', ['mx.example.no; dmarc=pass'], 'mx.example.no'],
    ['the sender wrote it below', ['mx.example.no; dmarc=fail header.from=kari.no', passed], 'mx.example.no'],
  ])('is not proven when %s', (_, fields, authservId) => {
    expect(passesDmarc(fields, authservId, 'kari.no')).toBe(false);
  });
});
