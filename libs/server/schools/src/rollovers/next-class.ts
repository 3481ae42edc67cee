/** What becomes of a class when the school year begins: its pupils get another class, leave, or stay. */
export const classSteps = ['move', 'leave', 'stay'] as const;
export type ClassStep = (typeof classSteps)[number];

export interface ProposedStep {
  readonly step: ClassStep;
  /** Null unless they move. */
  readonly toName: string | null;
}

interface Grade {
  readonly series: 'vg' | 'number';
  readonly before: string;
  readonly grade: number;
  readonly after: string;
}

const gradedName = /^(?<before>(?:vg|klasse)?\s*)(?<grade>\d{1,2})(?<after>(?!\d).*)$/i;
const lastOfCompulsorySchool = 10;

/**
 * What a class's name says, beside the school's other classes: 8A → 9A, VG1 → VG2, 1STA → 2STA. The last year leaves:
 * the third where no class is above it (upper secondary), the seventh where none is above that (primary), else the
 * tenth. A name without a year, such as of a staff group, stays.
 */
export function proposeStep(name: string, allNames: readonly string[]): ProposedStep {
  const own = gradeOf(name);
  if (!own) return { step: 'stay', toName: null };
  const highest = Math.max(
    ...allNames.map((one) => gradeOf(one)).map((one) => (one?.series === own.series ? one.grade : 0)),
  );
  const last = own.series === 'vg' || highest <= 3 ? 3 : highest <= 7 ? 7 : lastOfCompulsorySchool;
  if (own.grade >= last) return { step: 'leave', toName: null };
  return { step: 'move', toName: `${own.before}${own.grade + 1}${own.after}` };
}

function gradeOf(name: string): Grade | undefined {
  const { before = '', grade = '', after = '' } = gradedName.exec(name)?.groups ?? {};
  const year = Number(grade);
  const isYear = year >= 1 && year <= lastOfCompulsorySchool;
  return isYear ? { series: /^vg/i.test(before) ? 'vg' : 'number', before, grade: year, after } : undefined;
}
