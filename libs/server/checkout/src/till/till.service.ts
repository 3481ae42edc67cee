import { Injectable } from '@nestjs/common';
import { CardSecrets, type CardStatus } from '@kantinekortet/cards';
import { parseCardToken } from '@kantinekortet/codes';
import type { RegisterPrincipal } from '@kantinekortet/identity';
import { Database } from '@kantinekortet/platform';
import { CashierSessionsService } from '../cashiers/cashier-sessions.service.ts';
import { RegisterRevoked } from '../registers/register.errors.ts';
import { SaleRefused } from '../sales/sale.errors.ts';
import type { CardLookupDto, CurrentRegisterDto, FoundPupilDto, PairedDto } from './till.dto.ts';

const maximumPupilsFound = 20;

interface OwnRegisterRow {
  readonly registerName: string;
  readonly schoolName: string;
  readonly allowWithoutCard: boolean;
}

interface ScannedCard {
  readonly status: CardStatus;
  readonly pupilStatus: 'enrolled' | 'left' | null;
  readonly firstName: string;
  readonly initials: string;
  readonly className: string;
  readonly availableOre: number;
}

/** What a till shows besides its sales. */
@Injectable()
export class TillService {
  private readonly database: Database;
  private readonly cards: CardSecrets;
  private readonly cashierSessions: CashierSessionsService;

  constructor(database: Database, cards: CardSecrets, cashierSessions: CashierSessionsService) {
    this.database = database;
    this.cards = cards;
    this.cashierSessions = cashierSessions;
  }

  async names(schoolId: string, registerId: string): Promise<PairedDto> {
    const { registerName, schoolName } = await this.read(schoolId, registerId);
    return { register: { id: registerId, name: registerName }, school: { id: schoolId, name: schoolName } };
  }

  /** Everything the till needs to start its day. */
  async current(caller: RegisterPrincipal): Promise<CurrentRegisterDto> {
    const { schoolId, registerId } = caller;
    const [{ registerName, schoolName, allowWithoutCard }, cashiers, cashierSession] = await Promise.all([
      this.read(schoolId, registerId),
      this.database.query<{ id: string; name: string }>(
        'SELECT id, name FROM cashier WHERE school_id = $1 AND active ORDER BY name',
        [schoolId],
      ),
      this.cashierSessions.open(caller),
    ]);
    return {
      register: { id: registerId, name: registerName },
      school: { id: schoolId, name: schoolName },
      cashiers,
      cashierSession,
      settings: { allowWithoutCard },
    };
  }

  /** Whose card this is and what it can buy for; the same refusals as a sale has for a card. Throws SaleRefused. */
  async lookUp({ schoolId }: RegisterPrincipal, scan: string): Promise<CardLookupDto> {
    const tokenHmac = this.cards.hmacOfToken(parseCardToken(scan) ?? scan);
    const [card] = await this.database.query<ScannedCard>(
      `SELECT c.status, p.status AS "pupilStatus", p.first_name AS "firstName", p.initials, p.class_name AS "className",
              w.balance_ore - w.held_ore AS "availableOre"
         FROM card c
         LEFT JOIN pupil p ON p.school_id = c.school_id AND p.id = c.pupil_id
         LEFT JOIN wallet w ON w.school_id = p.school_id AND w.id = p.wallet_id
        WHERE c.school_id = $1 AND c.token_hmac = $2`,
      [schoolId, tokenHmac],
    );
    if (!card) {
      const elsewhere = await this.database.query('SELECT FROM card_directory WHERE token_hmac = $1', [tokenHmac]);
      throw new SaleRefused(elsewhere.length > 0 ? 'card_of_other_school' : 'card_unknown');
    }
    const { status, pupilStatus, firstName, initials, className, availableOre } = card;
    if (status === 'blocked' || status === 'ended') throw new SaleRefused('card_blocked');
    if (status === 'stock') throw new SaleRefused('card_not_linked');
    if (pupilStatus !== 'enrolled') throw new SaleRefused('pupil_left');
    return { pupil: { firstName, initials, className }, balanceOre: availableOre, status };
  }

  /** Enrolled pupils whose names hold every word typed. Throws SaleRefused when the school sells by card only. */
  async findPupils({ schoolId, registerId }: RegisterPrincipal, typed: string): Promise<FoundPupilDto[]> {
    const { allowWithoutCard } = await this.read(schoolId, registerId);
    if (!allowWithoutCard) throw new SaleRefused('without_card_not_allowed');
    const words = typed.split(/\s+/).map((word) => word.replaceAll(/[\\%_]/g, String.raw`\$&`));
    return this.database.query<FoundPupilDto>(
      `SELECT id AS "pupilId", name, class_name AS "className" FROM pupil
        WHERE school_id = $1 AND status = 'enrolled'
          AND search_name LIKE ALL (SELECT '%' || search_fold(word) || '%' FROM unnest($2::text[]) word)
        ORDER BY last_name, first_name, id LIMIT $3`,
      [schoolId, words, maximumPupilsFound],
    );
  }

  private async read(schoolId: string, registerId: string): Promise<OwnRegisterRow> {
    const [row] = await this.database.query<OwnRegisterRow>(
      `SELECT r.name AS "registerName", s.name AS "schoolName", s.allow_without_card AS "allowWithoutCard"
         FROM register r JOIN school s ON s.id = r.school_id WHERE r.school_id = $1 AND r.id = $2`,
      [schoolId, registerId],
    );
    if (!row) throw new RegisterRevoked();
    return row;
  }
}
