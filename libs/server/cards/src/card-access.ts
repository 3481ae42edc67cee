import { Injectable } from '@nestjs/common';
import { NotAllowed, type PersonPrincipal } from '@kantinekortet/identity';
import { Database } from '@kantinekortet/platform';
import { PupilAccess, type PupilKey } from '@kantinekortet/schools';
import { CardNotFound } from './cards.errors.ts';

/** Which cards someone may do something to: those of the pupils whom one may see. */
@Injectable()
export class CardAccess {
  private readonly database: Database;
  private readonly pupils: PupilAccess;

  constructor(database: Database, pupils: PupilAccess) {
    this.database = database;
    this.pupils = pupils;
  }

  /** The pupil who has or had a card. Throws CardNotFound, also for a card from stock, and PupilNotFound. */
  async find(caller: PersonPrincipal, cardId: string): Promise<PupilKey> {
    const [card] = await this.database.query<{ pupilId: string | null }>(
      `SELECT c.pupil_id AS "pupilId" FROM card_directory d
         JOIN card c ON c.school_id = d.school_id AND c.id = d.card_id WHERE d.card_id = $1`,
      [cardId],
    );
    if (!card?.pupilId) throw new CardNotFound();
    return this.pupils.find(caller, card.pupilId);
  }

  /** The same, for the office of the card's own school. Throws NotAllowed to its customer service. */
  async findAsOffice(caller: PersonPrincipal, cardId: string): Promise<PupilKey> {
    const pupil = await this.find(caller, cardId);
    const isOffice = caller.roles.some(({ schoolId, role }) => schoolId === pupil.schoolId && role === 'office');
    if (!isOffice) throw new NotAllowed();
    return pupil;
  }
}
