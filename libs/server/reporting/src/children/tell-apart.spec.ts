import { describe, expect, it } from '@jest/globals';
import { tellApart } from './tell-apart.ts';

const child = (name: string, className: string | null = '8B', school = 'Fjellheim') => ({
  name,
  className,
  school: { name: school },
});

describe('a guardian’s children', () => {
  it('are called by the first name when no other has it', () => {
    expect(tellApart([child('Emma Berg'), child('Ola Berg')])).toEqual(['Emma', 'Ola']);
    expect(tellApart([child('Emma Berg')])).toEqual(['Emma']);
  });

  it('of one first name are told apart by the rest of the name', () => {
    const family = [child('Emma Berg'), child('emma Dahl'), child('Ola Berg')];
    expect(tellApart(family)).toEqual(['Emma Berg', 'emma Dahl', 'Ola']);
  });

  it('of one name are told apart by the class, or else by the school', () => {
    expect(tellApart([child('Emma Berg', '8B'), child('Emma Berg', '3A')])).toEqual(['Emma (8B)', 'Emma (3A)']);
    const moved = [child('Emma Berg', '8B'), child('Emma Berg', '8B', 'Solvik')];
    expect(tellApart(moved)).toEqual(['Emma (Fjellheim)', 'Emma (Solvik)']);
    expect(tellApart([child('Emma Berg', null), child('Emma Berg', '8A', 'Solvik')])).toEqual([
      'Emma (Fjellheim)',
      'Emma (8A)',
    ]);
  });

  it('in a family of three namesakes each have a name of their own', () => {
    const names = tellApart([child('Emma Berg', '8B'), child('Emma Berg', '8B', 'Solvik'), child('Emma Dahl', '8B')]);
    expect(new Set(names).size).toBe(3);
  });
});
