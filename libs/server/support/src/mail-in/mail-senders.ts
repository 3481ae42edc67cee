import { Injectable } from '@nestjs/common';
import { PupilAccess } from '@kantinekortet/schools';
import { Database, type Language } from '@kantinekortet/platform';

/** Who writes, as far as the address of a mail tells. */
export interface MailSender {
  /** Of the profile with this address; whether the sender is that person is another question. */
  readonly profile: { readonly id: string; readonly name: string } | undefined;
  readonly language: Language;
  /** The one school that the sender has to do with; undefined when there is none, or several. */
  readonly schoolId: string | undefined;
}

interface Profile {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
}

/** Finds a school for a mail that names none. */
@Injectable()
export class MailSenders {
  private readonly database: Database;
  private readonly pupils: PupilAccess;

  constructor(database: Database, pupils: PupilAccess) {
    this.database = database;
    this.pupils = pupils;
  }

  /** Where the address's guardian has children; else where the address has written before. */
  async find(address: string): Promise<MailSender> {
    const [profile] = await this.database.query<Profile>('SELECT id, name, language FROM person WHERE email = $1', [
      address,
    ]);
    const pupils = profile ? await this.pupils.ofGuardian(profile.id) : [];
    const earlier = await this.database.query<{ schoolId: string; language: Language }>(
      `SELECT DISTINCT ON (school_id) school_id AS "schoolId", language FROM support_case
        WHERE sender_email = $1 ORDER BY school_id, created_at DESC LIMIT 2`,
      [address],
    );
    const schools = new Set((pupils.length > 0 ? pupils : earlier).map(({ schoolId }) => schoolId));
    return {
      profile: profile && { id: profile.id, name: profile.name },
      language: profile?.language ?? earlier[0]?.language ?? 'nb',
      schoolId: schools.size === 1 ? [...schools][0] : undefined,
    };
  }
}
