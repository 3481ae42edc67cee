import { Injectable } from '@nestjs/common';
import { brokenConstraint, Clock, Database, DomainError, newId, type Language } from '@kantinekortet/platform';
import { WalletsService } from '@kantinekortet/wallet';
import { InvitationsService } from '../staff/invitations.service.ts';
import { isOrganisationNumber } from './organisation-number.ts';

/** A sentence for the operator about what to give instead. */
export class OperatorMistake extends DomainError {
  constructor(detail: string) {
    super('invalid', 'operator_mistake', detail);
  }
}

/** A school as the operator lists it. */
export interface SchoolSummary {
  readonly id: string;
  readonly name: string;
  readonly merchantId: string;
  readonly merchantName: string;
  readonly organisationNumber: string;
}

interface NewMerchant {
  readonly name: string;
  readonly organisationNumber: string;
  readonly address?: string | undefined;
}

const sentences: Readonly<Record<string, string>> = {
  merchant_organisation_number_once: 'A merchant with this organisation number exists already.',
  merchant_name_not_empty: 'The name is empty.',
  school_name_once: 'The merchant has a school of this name already.',
  school_name_not_empty: 'The name is empty.',
  school_merchant_id_fkey: 'There is no merchant with this id. List them with list-schools, or make one.',
};

/** What the operator of the installation does, by command only. Each throws OperatorMistake. */
@Injectable()
export class InstallationService {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly wallets: WalletsService;
  private readonly invitations: InvitationsService;

  constructor(database: Database, clock: Clock, wallets: WalletsService, invitations: InvitationsService) {
    this.database = database;
    this.clock = clock;
    this.wallets = wallets;
    this.invitations = invitations;
  }

  /** Makes a merchant and answers its id. */
  async createMerchant({ name, organisationNumber, address }: NewMerchant): Promise<string> {
    if (!isOrganisationNumber(organisationNumber)) {
      throw new OperatorMistake(
        `${organisationNumber} is not an organisation number: nine digits, the last a check digit.`,
      );
    }
    const id = newId();
    await explain(
      this.database.query(
        'INSERT INTO merchant (id, name, organisation_number, address, created_at) VALUES ($1, $2, $3, $4, $5)',
        [id, name, organisationNumber, address ?? null, this.clock.now()],
      ),
    );
    return id;
  }

  /** Makes a school with the accounts of its ledger and answers its id. */
  async createSchool(merchantId: string, name: string): Promise<string> {
    const id = newId();
    await explain(
      this.database.transaction(async (tx) => {
        await tx.query('INSERT INTO school (id, merchant_id, name, created_at) VALUES ($1, $2, $3, $4)', [
          id,
          merchantId,
          name,
          this.clock.now(),
        ]);
        await this.wallets.openSchoolAccounts(tx, id);
      }),
    );
    return id;
  }

  /** Invites a school's office by mail and answers the link. */
  async inviteOffice(schoolId: string, email: string, language: Language): Promise<string> {
    const { url } = await this.invitations.invite(schoolId, { email, role: 'office', language });
    return url;
  }

  async listSchools(): Promise<SchoolSummary[]> {
    return this.database.query<SchoolSummary>(
      `SELECT school.id, school.name, merchant.id AS "merchantId", merchant.name AS "merchantName",
              organisation_number AS "organisationNumber"
         FROM school JOIN merchant ON merchant.id = merchant_id ORDER BY merchant.name, school.name`,
    );
  }
}

async function explain<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const sentence = sentences[brokenConstraint(error) ?? ''];
    throw sentence === undefined ? error : new OperatorMistake(sentence);
  }
}
