import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideRoster } from './decide-roster.ts';
import { planRoster, type KnownPupil } from './plan-roster.ts';
import type { BadRow, RosterFile, RosterPupil } from './roster-file.ts';

function aRow(given: Partial<RosterPupil> = {}): RosterPupil {
  return {
    externalId: null,
    firstName: 'Kari',
    lastName: 'Berg',
    birthDate: null,
    className: '9A',
    guardianEmails: null,
    ...given,
  };
}

function aKnown(id: string, given: Partial<KnownPupil> = {}): KnownPupil {
  const standing = { status: 'enrolled', leftAt: null, leftForGoodAt: null } as const;
  return { ...aRow(), guardianEmails: [], id, walletId: `wallet of ${id}`, ...standing, ...given };
}

function aFile(pupils: readonly RosterPupil[], badRows: readonly BadRow[] = []): RosterFile {
  return {
    encoding: 'utf-8',
    delimiter: ';',
    rows: pupils.map((pupil, index) => ({ line: index + 2, pupil })),
    badRows,
  };
}

describe('the plan of a roster', () => {
  it('knows a pupil by id and lists what changes', () => {
    const known = aKnown('a', { externalId: '1', birthDate: '2012-05-03' });
    const plan = planRoster(aFile([aRow({ externalId: '1', lastName: 'Vik', className: '10A' })]), [known]);
    expect(plan.changed).toMatchObject([
      {
        pupilId: 'a',
        changes: [
          { field: 'lastName', from: 'Berg', to: 'Vik' },
          { field: 'className', from: '9A', to: '10A' },
        ],
      },
    ]);
    expect(plan).toMatchObject({ created: [], leaving: [], unchangedCount: 0 });
  });

  it('knows a pupil without id by name and birth date, and takes over the id', () => {
    const known = aKnown('a', { birthDate: '2012-05-03' });
    const row = aRow({ externalId: '7', firstName: 'KARI', birthDate: '2012-05-03' });
    expect(planRoster(aFile([row]), [known]).changed).toMatchObject([
      {
        pupilId: 'a',
        changes: [
          { field: 'externalId', from: null, to: '7' },
          { field: 'firstName', from: 'Kari', to: 'KARI' },
        ],
      },
    ]);
  });

  it('keeps a birth date and guardians that the file does not say', () => {
    const known = aKnown('a', { externalId: '1', birthDate: '2012-05-03', guardianEmails: ['mor@example.no'] });
    expect(planRoster(aFile([aRow({ externalId: '1' })]), [known])).toMatchObject({ changed: [], unchangedCount: 1 });
  });

  it('asks a person when only the name or only the birth date and one name agree', () => {
    const known = [
      aKnown('a', { birthDate: '2012-05-03' }),
      aKnown('b', { firstName: 'Ola', birthDate: '2011-01-01' }),
    ];
    const rows = [aRow({ birthDate: '2012-05-04' }), aRow({ firstName: 'Ole', birthDate: '2011-01-01' })];
    const plan = planRoster(aFile(rows), known);
    expect(plan.ambiguous.map(({ candidates }) => candidates.map(({ id }) => id))).toEqual([['a'], ['b']]);
    expect(plan.leaving).toEqual([]);
  });

  it('asks a person when the id of the very same pupil is another', () => {
    const known = aKnown('a', { externalId: '1', birthDate: '2012-05-03' });
    const plan = planRoster(aFile([aRow({ externalId: '2', birthDate: '2012-05-03' })]), [known]);
    expect(plan.ambiguous.map(({ candidates }) => candidates.map(({ id }) => id))).toEqual([['a']]);
  });

  it('takes namesakes with own ids and birth dates for two people', () => {
    const known = aKnown('a', { externalId: '1', birthDate: '2012-05-03' });
    const plan = planRoster(aFile([aRow({ externalId: '2', birthDate: '2013-05-03' })]), [known]);
    expect(plan).toMatchObject({ created: [{ line: 2 }], ambiguous: [], leaving: [{ id: 'a' }] });
  });

  it('lets nobody leave whom a bad row may mean', () => {
    const known = [
      aKnown('a', { externalId: '1' }),
      aKnown('b', { firstName: 'Ola' }),
      aKnown('c', { firstName: 'Per' }),
    ];
    const bad = { className: '', problems: [] };
    const badRows = [
      { ...bad, line: 2, externalId: '1', name: 'Noen Andre' },
      { ...bad, line: 3, externalId: null, name: 'ola berg' },
    ];
    expect(planRoster(aFile([], badRows), known).leaving.map(({ id }) => id)).toEqual(['c']);
  });

  it('brings back a pupil who had left', () => {
    const known = aKnown('a', { externalId: '1', status: 'left' });
    expect(planRoster(aFile([aRow({ externalId: '1' })]), [known]).changed).toMatchObject([
      { changes: [{ field: 'status', from: 'left', to: 'enrolled' }] },
    ]);
  });

  it('wants the number typed when more than 5 % would leave', () => {
    const pupils = Array.from({ length: 40 }, (_, index) => aKnown(String(index), { externalId: String(index) }));
    const fileWithout = (leaving: number) => aFile(pupils.slice(leaving).map(({ externalId }) => aRow({ externalId })));
    expect(planRoster(fileWithout(2), pupils)).toMatchObject({ leavingNeedsCount: false });
    const plan = planRoster(fileWithout(3), pupils);
    expect(plan.leavingNeedsCount).toBe(true);
    const decide = (leavingCount?: number) =>
      decideRoster(fileWithout(3), plan, pupils, {
        fileIsComplete: true,
        matches: [],
        ...(leavingCount === undefined ? {} : { leavingCount }),
      });
    for (const wrong of [undefined, 0, 2]) {
      expect(() => decide(wrong)).toThrow(expect.objectContaining({ code: 'leaving_count_needed' }));
    }
    expect(decide(3).leaving).toHaveLength(3);
  });

  it('lets nobody leave when the file is not complete', () => {
    const pupils = [aKnown('a', { externalId: '1' })];
    const file = aFile([aRow({ externalId: '2', firstName: 'Ola' })]);
    const answers = { fileIsComplete: false, matches: [] };
    expect(decideRoster(file, planRoster(file, pupils), pupils, answers)).toMatchObject({ leaving: [], created: [{}] });
  });

  it('refuses a match of a clear row, of a stranger, of a line twice and of a pupil twice', () => {
    const pupils = [aKnown('a', { birthDate: '2012-05-03' }), aKnown('x', { externalId: '9', firstName: 'Per' })];
    const rows = [
      aRow({ birthDate: '2012-05-04' }),
      aRow({ birthDate: '2012-05-05' }),
      aRow({ externalId: '9', firstName: 'Per' }),
    ];
    const file = aFile(rows);
    const plan = planRoster(file, pupils);
    const decide = (...matches: { line: number; pupilId: string | null }[]) =>
      decideRoster(file, plan, pupils, { fileIsComplete: false, matches });
    const refused = expect.objectContaining({ code: 'roster_match' });
    expect(() => decide({ line: 4, pupilId: null })).toThrow(refused);
    expect(() => decide({ line: 2, pupilId: 'x' })).toThrow(refused);
    expect(() => decide({ line: 2, pupilId: 'a' }, { line: 2, pupilId: null })).toThrow(refused);
    expect(() => decide({ line: 2, pupilId: 'a' }, { line: 3, pupilId: 'a' })).toThrow(refused);
    expect(decide({ line: 2, pupilId: 'a' }, { line: 3, pupilId: null })).toMatchObject({
      created: [{ birthDate: '2012-05-05' }],
      updated: [{ known: { id: 'a' }, pupil: { birthDate: '2012-05-04' } }],
      skippedCount: 0,
    });
  });

  it('changes nothing when the same file comes again, whatever was there and whatever the office answered', () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { maxLength: 12 }),
        fc.array(anyRow, { maxLength: 12 }),
        fc.infiniteStream(fc.boolean()),
        (before, rows, coins) => {
          const pupils = distinct(before).map((row, index) =>
            aKnown(`k${index}`, { ...row, guardianEmails: row.guardianEmails ?? [] }),
          );
          const file = aFile(distinct(rows));
          const plan = planRoster(file, pupils);
          const taken = new Set<string>();
          const matches = plan.ambiguous.map(({ line, candidates }) => {
            const choice = candidates.find(({ id }) => !taken.has(id));
            const pupilId = choice && coins.next().value === true ? choice.id : null;
            if (pupilId !== null) taken.add(pupilId);
            return { line, pupilId };
          });
          const decision = decideRoster(file, plan, pupils, {
            fileIsComplete: true,
            matches,
            leavingCount: plan.leaving.length,
          });
          const after = applied(pupils, decision);
          const again = planRoster(file, after);
          expect(again.changed).toEqual([]);
          expect(again.created).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

const anyRow: fc.Arbitrary<RosterPupil> = fc
  .record({
    externalId: fc.option(fc.constantFrom('1', '2', '3', '4', '5', '6')),
    firstName: fc.constantFrom('Kari', 'Ola', 'ola'),
    lastName: fc.constantFrom('Berg', 'Vik'),
    birthDate: fc.option(fc.constantFrom('2012-05-03', '2011-01-01')),
    className: fc.constantFrom('9A', '9B', '9b'),
    guardianEmails: fc.option(fc.constantFrom([], ['mor@example.no'])),
  })
  .filter(({ externalId, birthDate }) => externalId !== null || birthDate !== null);

/** Rows as the parser lets them through: no pupil twice. */
function distinct(rows: readonly RosterPupil[]): RosterPupil[] {
  const key = (row: RosterPupil) =>
    row.externalId ?? `${row.firstName} ${row.lastName} ${String(row.birthDate)}`.toLowerCase();
  return [...new Map(rows.map((row) => [key(row), row])).values()];
}

function applied(pupils: readonly KnownPupil[], decision: ReturnType<typeof decideRoster>): KnownPupil[] {
  const updates = new Map(decision.updated.map(({ known, pupil }) => [known.id, pupil]));
  const left = new Set(decision.leaving.map(({ id }) => id));
  return [
    ...pupils.map((pupil): KnownPupil => {
      const update = updates.get(pupil.id);
      if (update) return { ...pupil, ...update, status: 'enrolled' };
      return left.has(pupil.id) ? { ...pupil, status: 'left' } : pupil;
    }),
    ...decision.created.map((pupil, index) =>
      aKnown(`n${index}`, { ...pupil, guardianEmails: pupil.guardianEmails ?? [] }),
    ),
  ];
}
