import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, InvalidInput, newId, type Language, type Tx } from '@kantinekortet/platform';
import { SchoolNotFound } from '../access/access.errors.ts';
import type { StaffRoleName } from '../access/principal.ts';
import { Letters } from '../letters/letters.ts';
import { LinkNotValid, LinkTokens } from '../link-tokens.ts';
import { assertStrong } from '../passwords/password-policy.ts';
import { Passwords } from '../passwords/passwords.ts';
import { PasswordCheck } from '../people/password-check.ts';
import { People } from '../people/people.ts';
import type { InvitationAcceptance, InvitationView, OpenInvitation } from './staff.dto.ts';
import { AlreadyStaff, StaffNotFound } from './staff.errors.ts';
import { StaffService } from './staff.service.ts';

const validForMs = 7 * 24 * 60 * 60 * 1000;

interface InvitationWish {
  readonly email: string;
  readonly role: StaffRoleName;
  readonly language: Language;
}

interface Invitation {
  readonly schoolId: string;
  readonly schoolName: string;
  readonly email: string;
  readonly role: StaffRoleName;
  readonly language: Language;
}

/** Staff comes by invitation: a link by mail, accepted once, by the person who has the e-mail or becomes it. */
@Injectable()
export class InvitationsService {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly config: Config;
  private readonly tokens: LinkTokens;
  private readonly letters: Letters;
  private readonly passwords: Passwords;
  private readonly passwordCheck: PasswordCheck;
  private readonly people: People;
  private readonly staff: StaffService;

  constructor(
    database: Database,
    clock: Clock,
    config: Config,
    tokens: LinkTokens,
    letters: Letters,
    passwords: Passwords,
    passwordCheck: PasswordCheck,
    people: People,
    staff: StaffService,
  ) {
    this.database = database;
    this.clock = clock;
    this.config = config;
    this.tokens = tokens;
    this.letters = letters;
    this.passwords = passwords;
    this.passwordCheck = passwordCheck;
    this.people = people;
    this.staff = staff;
  }

  async list(schoolId: string): Promise<InvitationView[]> {
    return this.database.query<InvitationView>(
      `SELECT id, email, role, expires_at AS "expiresAt" FROM staff_invitation
        WHERE school_id = $1 AND expires_at > $2 ORDER BY email, role`,
      [schoolId, this.clock.now()],
    );
  }

  /** Sends the link; an earlier one for the same e-mail and role stops working. Throws AlreadyStaff. */
  async invite(
    schoolId: string,
    { email, role, language }: InvitationWish,
  ): Promise<{ invitation: InvitationView; url: string }> {
    if (await this.staff.has(schoolId, email, role)) throw new AlreadyStaff();
    const token = this.tokens.draw();
    const url = `${this.config.officeUrl}/invitasjon?token=${token}`;
    const now = this.clock.now();
    const invitation = { id: newId(), email, role, expiresAt: new Date(now.getTime() + validForMs) };
    await this.database.transaction(async (tx) => {
      const schoolName = await schoolNameOf(tx, schoolId);
      await tx.query('DELETE FROM staff_invitation WHERE school_id = $1 AND email = $2 AND role = $3', [
        schoolId,
        email,
        role,
      ]);
      await tx.query(
        `INSERT INTO staff_invitation (school_id, id, email, role, language, token_hmac, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [schoolId, invitation.id, email, role, language, this.tokens.hmac(token), now, invitation.expiresAt],
      );
      await this.letters.send(tx, { to: email, language, url }, (texts) => texts.invitation(schoolName, role));
    });
    return { invitation, url };
  }

  /** Takes an invitation back. Throws StaffNotFound. */
  async withdraw(schoolId: string, invitationId: string): Promise<void> {
    const [, withdrawn] = await this.database.transaction((tx) =>
      tx.query<[unknown[], number]>('DELETE FROM staff_invitation WHERE school_id = $1 AND id = $2', [
        schoolId,
        invitationId,
      ]),
    );
    if (withdrawn === 0) throw new StaffNotFound();
  }

  /** What a link invites to. Throws LinkNotValid. */
  async show(token: string): Promise<OpenInvitation> {
    const { email, schoolName, role } = await this.find(token);
    return { email, schoolName, role, hasProfile: (await this.people.findByEmail(email)) !== undefined };
  }

  /**
   * Gives the role to the profile of the e-mail, whose own password must be right, or to a new profile: the link has
   * verified its e-mail. Throws LinkNotValid, InvalidCredentials, WeakPassword, InvalidInput, TooManyRequests.
   */
  async accept(token: string, { name, password }: InvitationAcceptance, address: string): Promise<void> {
    const invitation = await this.find(token);
    const { email, language } = invitation;
    const known = await this.people.findByEmail(email);
    if (known) {
      const personId = await this.passwordCheck.assertRight(email, password, address);
      await this.database.transaction((tx) => this.take(tx, token, invitation, personId));
      return;
    }
    if (name === undefined) throw new InvalidInput([nameMissing]);
    assertStrong(password, { name, email });
    const passwordHash = await this.passwords.hash(password);
    await this.database.transaction(async (tx) => {
      const personId = await this.people.create(tx, { name, email, language, passwordHash });
      if (personId === undefined) throw new LinkNotValid();
      await tx.query('DELETE FROM sign_up WHERE email = $1', [email]);
      await this.take(tx, token, invitation, personId);
    });
  }

  private async take(tx: Tx, token: string, { schoolId, role }: Invitation, personId: string): Promise<void> {
    const [, taken] = await tx.query<[unknown[], number]>('DELETE FROM staff_invitation WHERE token_hmac = $1', [
      this.tokens.hmac(token),
    ]);
    if (taken === 0) throw new LinkNotValid();
    await this.staff.grant(tx, schoolId, { personId, role });
  }

  private async find(token: string): Promise<Invitation> {
    const [invitation] = await this.database.query<Invitation>(
      `SELECT school_id AS "schoolId", school.name AS "schoolName", email, role, language
         FROM staff_invitation JOIN school ON school.id = school_id WHERE token_hmac = $1 AND expires_at > $2`,
      [this.tokens.hmac(token), this.clock.now()],
    );
    if (!invitation) throw new LinkNotValid();
    return invitation;
  }
}

async function schoolNameOf(tx: Tx, schoolId: string): Promise<string> {
  // The lock makes two invitations at once follow each other, so that the later replaces the earlier.
  const [school] = await tx.query<{ name: string }[]>('SELECT name FROM school WHERE id = $1 FOR UPDATE', [schoolId]);
  if (!school) throw new SchoolNotFound();
  return school.name;
}

const nameMissing = { pointer: '/name', code: 'isNotEmpty', detail: 'A new profile needs a name.' };
