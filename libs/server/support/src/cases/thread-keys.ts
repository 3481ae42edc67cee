import { Injectable } from '@nestjs/common';
import { Config, Secrets, type Tx } from '@kantinekortet/platform';
import { CaseNotFound } from '../support.errors.ts';

export interface CasePlace {
  readonly schoolId: string;
  readonly caseId: string;
}

/** A link opens the case; an address only takes mail for it, and travels with every answer. */
type KeyKind = 'link' | 'address';

const keyLength = 32;

/**
 * The keys of a case's thread: 128 bits each, made from the case's key, so that every mail can carry them again; in
 * hexadecimal, because mail systems do not keep capitals.
 */
@Injectable()
export class ThreadKeys {
  private readonly secrets: Secrets;
  private readonly config: Config;

  constructor(secrets: Secrets, config: Config) {
    this.secrets = secrets;
    this.config = config;
  }

  /** Where the sender reads the case and writes more. What follows the # is sent to no server, so it is in no log. */
  urlOf(place: CasePlace): string {
    return `${this.config.parentUrl}/henvendelse#sak=${this.keyOf('link', place)}`;
  }

  /** The address whose mail lands on the case (RFC 5233: a detail after the plus). */
  addressOf(place: CasePlace): string {
    const [user = '', domain = ''] = this.config.supportEmail.split('@');
    return `${user}+${this.keyOf('address', place)}@${domain}`;
  }

  async remember(tx: Tx, { schoolId, caseId }: CasePlace): Promise<void> {
    for (const kind of ['link', 'address'] as const) {
      await tx.query('INSERT INTO support_thread (key_hmac, kind, school_id, case_id) VALUES ($1, $2, $3, $4)', [
        this.hmac(kind, this.keyOf(kind, { schoolId, caseId })),
        kind,
        schoolId,
        caseId,
      ]);
    }
  }

  /** The case that a key of this kind belongs to. Throws CaseNotFound for any other text. */
  async find(tx: Tx, kind: KeyKind, key: string): Promise<CasePlace> {
    const [place] = await tx.query<CasePlace[]>(
      'SELECT school_id AS "schoolId", case_id AS "caseId" FROM support_thread WHERE key_hmac = $1 AND kind = $2',
      [this.hmac(kind, key.toLowerCase()), kind],
    );
    if (!place) throw new CaseNotFound();
    return place;
  }

  private keyOf(kind: KeyKind, { schoolId, caseId }: CasePlace): string {
    return this.secrets
      .hmac(`support-${kind}`, `${schoolId}/${caseId}`.toLowerCase())
      .toString('hex')
      .slice(0, keyLength);
  }

  private hmac(kind: KeyKind, key: string): Buffer {
    return this.secrets.hmac(`support-${kind}-key`, key);
  }
}
