import { fullName, type RosterFile, type RosterPupil } from './roster-file.ts';

/** A pupil as the school has it now. */
export interface KnownPupil extends RosterPupil {
  readonly id: string;
  readonly walletId: string;
  readonly status: 'enrolled' | 'left';
  readonly leftAt: Date | null;
  /** From the night after it left; until then leaving can be undone. */
  readonly leftForGoodAt: Date | null;
  readonly guardianEmails: readonly string[];
}

export interface RosterChange {
  readonly field: 'externalId' | 'firstName' | 'lastName' | 'birthDate' | 'className' | 'guardianEmails' | 'status';
  readonly from: string | null;
  readonly to: string | null;
}

export interface NewPupil {
  readonly line: number;
  readonly pupil: RosterPupil;
}

export interface ChangedPupil extends NewPupil {
  readonly pupilId: string;
  readonly changes: readonly RosterChange[];
}

export interface AmbiguousRow extends NewPupil {
  readonly candidates: readonly KnownPupil[];
}

/** Everything that applying a file would do to the pupils of a school. */
export interface RosterPlan {
  readonly created: readonly NewPupil[];
  readonly changed: readonly ChangedPupil[];
  readonly unchangedCount: number;
  readonly ambiguous: readonly AmbiguousRow[];
  /** Enrolled pupils that the file does not have. */
  readonly leaving: readonly KnownPupil[];
  /** Whether so many would leave that the office must type the number. */
  readonly leavingNeedsCount: boolean;
}

const leavingWithoutCountPercent = 5;

/**
 * Compares a file with the school's pupils. A row is the pupil of its id; without such a pupil, the only one of exactly
 * its name and birth date, if their ids do not contradict each other. Where several are possible, or where only name or
 * birth date agree, the row is ambiguous and a person decides. Whom a bad or ambiguous row may mean does not leave.
 */
export function planRoster(file: RosterFile, pupils: readonly KnownPupil[]): RosterPlan {
  const matcher = new Matcher(pupils);
  const created: NewPupil[] = [];
  const changed: ChangedPupil[] = [];
  const ambiguous: AmbiguousRow[] = [];
  let unchangedCount = 0;
  const byId = file.rows.map((row) => ({ row, known: matcher.takeById(row.pupil) }));
  const byName = byId.map(({ row, known }) => ({ row, known: known ?? matcher.takeByNameAndBirthDate(row.pupil) }));
  for (const { row, known } of byName) {
    const candidates = known ? [] : matcher.candidates(row.pupil);
    if (known) {
      const changes = changesOf(known, row.pupil);
      if (changes.length > 0) changed.push({ ...row, pupilId: known.id, changes });
      else unchangedCount += 1;
    } else if (candidates.length > 0) ambiguous.push({ ...row, candidates });
    else created.push(row);
  }
  for (const row of file.badRows) matcher.spare(row.externalId, row.name);
  const leaving = matcher.leaving();
  const enrolledCount = pupils.filter(({ status }) => status === 'enrolled').length;
  const leavingNeedsCount = leaving.length * 100 > enrolledCount * leavingWithoutCountPercent;
  return { created, changed, unchangedCount, ambiguous, leaving, leavingNeedsCount };
}

/** What the file would change of a pupil. An id or birth date that the file does not say is kept. */
export function changesOf(known: KnownPupil, pupil: RosterPupil): RosterChange[] {
  const to = merged(known, pupil);
  const changes: RosterChange[] = [
    { field: 'externalId', from: known.externalId, to: to.externalId },
    { field: 'firstName', from: known.firstName, to: to.firstName },
    { field: 'lastName', from: known.lastName, to: to.lastName },
    { field: 'birthDate', from: known.birthDate, to: to.birthDate },
    { field: 'className', from: known.className, to: to.className },
    { field: 'guardianEmails', from: known.guardianEmails.join(', '), to: to.guardianEmails.join(', ') },
    { field: 'status', from: known.status, to: 'enrolled' },
  ];
  return changes.filter(({ from, to: target }) => from !== target);
}

/** The pupil as it is after the row: what the file is silent about stays. */
export function merged(known: KnownPupil, pupil: RosterPupil): RosterPupil & { guardianEmails: readonly string[] } {
  return {
    externalId: pupil.externalId ?? known.externalId,
    firstName: pupil.firstName,
    lastName: pupil.lastName,
    birthDate: pupil.birthDate ?? known.birthDate,
    // A class is the same in capital and small letters; the school keeps the writing it began with.
    className: sameText(pupil.className, known.className) ? known.className : pupil.className,
    guardianEmails: pupil.guardianEmails ?? known.guardianEmails,
  };
}

/** Finds pupils, each at most once. */
class Matcher {
  private readonly free: Set<KnownPupil>;
  private readonly spared = new Set<KnownPupil>();
  private readonly byExternalId: ReadonlyMap<string, KnownPupil>;
  private readonly byName: ReadonlyMap<string, KnownPupil[]>;
  private readonly byBirthDate: ReadonlyMap<string, KnownPupil[]>;

  constructor(pupils: readonly KnownPupil[]) {
    this.free = new Set(pupils);
    this.byExternalId = new Map(
      pupils.flatMap((pupil) => (pupil.externalId === null ? [] : [[pupil.externalId, pupil]])),
    );
    this.byName = Map.groupBy(pupils, (pupil) => nameKey(fullName(pupil)));
    this.byBirthDate = Map.groupBy(pupils, ({ birthDate }) => birthDate ?? '');
  }

  takeById({ externalId }: RosterPupil): KnownPupil | undefined {
    return this.take(externalId === null ? undefined : this.byExternalId.get(externalId));
  }

  takeByNameAndBirthDate(row: RosterPupil): KnownPupil | undefined {
    if (row.birthDate === null) return undefined;
    const exact = this.freeOf(this.byName.get(nameKey(fullName(row)))).filter(
      ({ birthDate }) => birthDate === row.birthDate,
    );
    const [only] = exact;
    const idsAgree = only?.externalId === null || row.externalId === null;
    return exact.length === 1 && idsAgree ? this.take(only) : undefined;
  }

  /** Whom the row may mean: the same name, or the same birth date with one name alike. */
  candidates(row: RosterPupil): KnownPupil[] {
    const sameName = this.freeOf(this.byName.get(nameKey(fullName(row)))).filter((known) => !areClearlyTwo(known, row));
    const sameDate = row.birthDate === null ? [] : this.freeOf(this.byBirthDate.get(row.birthDate));
    const alike = sameDate.filter((known) => isOneNameAlike(known, row) && !haveOwnIds(known, row));
    const found = [...new Set([...sameName, ...alike])];
    for (const candidate of found) this.spared.add(candidate);
    return found;
  }

  /** Keeps those from leaving whom an unusable row may mean. */
  spare(externalId: string | null, name: string): void {
    const byId = externalId === null ? undefined : this.byExternalId.get(externalId);
    for (const pupil of byId ? [byId] : (this.byName.get(nameKey(name)) ?? [])) this.spared.add(pupil);
  }

  leaving(): KnownPupil[] {
    return [...this.free].filter((pupil) => pupil.status === 'enrolled' && !this.spared.has(pupil));
  }

  private take(pupil: KnownPupil | undefined): KnownPupil | undefined {
    return pupil !== undefined && this.free.delete(pupil) ? pupil : undefined;
  }

  private freeOf(pupils: readonly KnownPupil[] | undefined): KnownPupil[] {
    return (pupils ?? []).filter((pupil) => this.free.has(pupil));
  }
}

/** Two of one name are two people when both ids and both birth dates are known and differ. */
function areClearlyTwo(known: KnownPupil, row: RosterPupil): boolean {
  const datesDiffer = known.birthDate !== null && row.birthDate !== null && known.birthDate !== row.birthDate;
  return datesDiffer && haveOwnIds(known, row);
}

function haveOwnIds(known: KnownPupil, row: RosterPupil): boolean {
  return known.externalId !== null && row.externalId !== null;
}

function isOneNameAlike(known: KnownPupil, row: RosterPupil): boolean {
  return sameText(known.firstName, row.firstName) || sameText(known.lastName, row.lastName);
}

function nameKey(name: string): string {
  return name.toLowerCase();
}

function sameText(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
