import { describe, expect, it } from '@jest/globals';
import { plainSearch, readSearch } from './search.ts';

describe('the query of an address', () => {
  it('keeps a control code as it is, even when it looks like a number', () => {
    const search = plainSearch.parseSearch('?n=4812093757&k=12E4567890');
    expect(search).toEqual({ n: '4812093757', k: '12E4567890' });
    expect(plainSearch.stringifySearch(search)).toBe('?n=4812093757&k=12E4567890');
  });

  it('carries another address inside it', () => {
    const written = plainSearch.stringifySearch({ til: '/kort?n=1&k=2' });
    expect(plainSearch.parseSearch(written)).toEqual({ til: '/kort?n=1&k=2' });
  });

  it('gives only what was asked for, and nothing for what is missing', () => {
    expect(readSearch('n', 'k')({ n: '1', other: 'x' })).toEqual({ n: '1' });
    expect(plainSearch.stringifySearch({ elev: undefined })).toBe('');
  });
});
