import { expect } from '@playwright/test';
import { formatKr } from '@kantinekortet/money';
import { freshName } from './fresh.ts';
import { Guardian } from './guardian.ts';
import type { Enrolled, School } from './school.ts';

/** A pupil with a card that a guardian has registered. */
export interface Pupil extends Enrolled {
  readonly firstName: string;
  readonly guardian: Guardian;
}

/** Builds a pupil of a school: `aPupil(school).withBalance(kr(100)).enrolled()`. */
export function aPupil(school: School): PupilBuilder {
  return new PupilBuilder(school);
}

class PupilBuilder {
  private balanceOre = 0;
  private guardian: Guardian | undefined;
  private readonly school: School;

  constructor(school: School) {
    this.school = school;
  }

  /** At least the school's smallest top-up. */
  withBalance(balanceOre: number): this {
    this.balanceOre = balanceOre;
    return this;
  }

  of(guardian: Guardian): this {
    this.guardian = guardian;
    return this;
  }

  async enrolled(): Promise<Pupil> {
    const known = this.guardian ?? Guardian.signUp();
    const [pupil, guardian] = await Promise.all([this.school.enrol(freshName('Vilde')), known]);
    await guardian.registerCard(pupil.card);
    if (this.balanceOre > 0) await guardian.topUp(pupil.walletId, this.balanceOre);
    return { ...pupil, firstName: 'Vilde', guardian };
  }
}

export async function expectBalance({ guardian, walletId }: Pupil, balanceOre: number): Promise<void> {
  const actualOre = await guardian.balanceOre(walletId);
  expect(formatKr(actualOre), 'the balance').toBe(formatKr(balanceOre));
}

/** Asserts what moved the pupil's balance, newest first, such as `['sale', 'top_up']`. */
export async function expectMovements({ guardian, walletId }: Pupil, kinds: readonly string[]): Promise<void> {
  const transactions = await guardian.transactions(walletId);
  expect(transactions.map(({ kind }) => kind)).toEqual(kinds);
}
