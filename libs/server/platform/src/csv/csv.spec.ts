import { describe, expect, it } from '@jest/globals';
import { csvLine } from './csv.ts';

describe('a line of a table', () => {
  it('has semicolons, and amounts with a decimal comma', () => {
    expect(csvLine(['Åse', 7, { ore: 123_450 }, { ore: -5 }, { ore: 0 }])).toBe('Åse;7;1234,50;-0,05;0,00\r\n');
  });

  it('keeps what would break it between quotes', () => {
    expect(csvLine(['a;b', 'a"b', 'a\nb', ''])).toBe('"a;b";"a""b";"a\nb";\r\n');
  });

  it.each(['=1+1', '+47', '-1', '@SUM(A1)', '\tx', '\rx'])('never lets %j be a formula', (text) => {
    const [first = ''] = csvLine([text]).replace(/^"/, '');
    expect(first).toBe("'");
  });
});
