import { describe, expect, it } from '@jest/globals';
import { isOrganisationNumber } from './organisation-number.ts';

describe('an organisation number', () => {
  it.each(['974760673', '958935420', '123456785'])('%s has the right check digit', (text) => {
    expect(isOrganisationNumber(text)).toBe(true);
  });

  it.each(['974760674', '97476067', '9747606730', 'NO9747606', '123456789', ''])('%j is none', (text) => {
    expect(isOrganisationNumber(text)).toBe(false);
  });
});
