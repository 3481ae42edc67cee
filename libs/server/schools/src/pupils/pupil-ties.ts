import { Injectable } from '@nestjs/common';
import type { Tx } from '@kantinekortet/platform';

/** Which of these pupils of a school hold something of a lib's own. */
export type HolderFinder = (tx: Tx, schoolId: string, pupilIds: readonly string[]) => Promise<string[]>;

/** Asks the libs above this one which pupils have something there, such as a card. They register in `onModuleInit`. */
@Injectable()
export class PupilTies {
  private readonly finders: HolderFinder[] = [];

  register(finder: HolderFinder): void {
    this.finders.push(finder);
  }

  async holders(tx: Tx, schoolId: string, pupilIds: readonly string[]): Promise<Set<string>> {
    const found = new Set<string>();
    for (const finder of this.finders) for (const id of await finder(tx, schoolId, pupilIds)) found.add(id);
    return found;
  }
}
