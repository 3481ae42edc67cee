import { describe, expect, it } from '@jest/globals';
import { proposeStep } from './next-class.ts';

/** As `8A → 9A`, in the order of the names. */
function proposed(...names: string[]): string[] {
  return names.map((name) => {
    const { step, toName } = proposeStep(name, names);
    return `${name} → ${toName ?? step}`;
  });
}

describe('the class of next year', () => {
  it('is one up in a lower secondary school, where the tenth leaves', () => {
    expect(proposed('8A', '9b', '10A', '10 C')).toEqual(['8A → 9A', '9b → 10b', '10A → leave', '10 C → leave']);
  });

  it('lets the seventh of a primary school leave, but not where the school goes on to the tenth', () => {
    expect(proposed('1A', '6A', '7A')).toEqual(['1A → 2A', '6A → 7A', '7A → leave']);
    expect(proposed('1A', '7A', '8A')).toEqual(['1A → 2A', '7A → 8A', '8A → 9A']);
  });

  it('lets the third of an upper secondary school leave, however its classes are named', () => {
    expect(proposed('1STA', '2STA', '3STA')).toEqual(['1STA → 2STA', '2STA → 3STA', '3STA → leave']);
    expect(proposed('VG1', 'Vg2 elektro', 'vg 3')).toEqual(['VG1 → VG2', 'Vg2 elektro → Vg3 elektro', 'vg 3 → leave']);
  });

  it('keeps the rest of the name', () => {
    expect(proposed('8. trinn', 'Klasse 9', '10. trinn')).toEqual([
      '8. trinn → 9. trinn',
      'Klasse 9 → Klasse 10',
      '10. trinn → leave',
    ]);
  });

  it('stays where the name has no school year', () => {
    expect(proposed('Ansatte', 'Mottak', '2026', '11A', '0A', '8A')).toEqual([
      'Ansatte → stay',
      'Mottak → stay',
      '2026 → stay',
      '11A → stay',
      '0A → stay',
      '8A → 9A',
    ]);
  });
});
