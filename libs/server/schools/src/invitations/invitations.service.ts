import { Injectable } from '@nestjs/common';
import { LinkNotValid, LinkTokens } from '@kantinekortet/identity';
import { Clock, Config, Database, Mail, newId, RateLimiter, type Language, type Tx } from '@kantinekortet/platform';
import { GuardianDiscretion } from '../guardianships/guardian-discretion.service.ts';
import type { OpenGuardianInvitation } from '../guardianships/guardianship.dto.ts';
import { GuardianshipService } from '../guardianships/guardianship.service.ts';
import { lockPupil, readAddressee, readOpenGuardianship } from '../guardianships/guardianship-rows.ts';
import type { Inviter } from '../guardianships/guardianship-rules.ts';
import { recordPupilEvents } from '../pupils/pupil-events.ts';
import { invitationLetter } from './invitation-letter.ts';
import {
  closeInvitation,
  findByToken,
  insertInvitation,
  openInvitationsSql,
  readInvitation,
  type InvitationRow,
  type ListedInvitation,
} from './invitation-rows.ts';
import type { AcceptedInvitation, Family, FamilyGuardian, GuardianInvitationView } from './invitation.dto.ts';
import { AlreadyGuardian, InvitationForOther, InvitationNotFound } from './invitation.errors.ts';

const validForMs = 14 * 24 * 60 * 60 * 1000;
const allowances = {
  guardian: { points: 10, perSeconds: 24 * 60 * 60 },
  office: { points: 100, perSeconds: 60 * 60 },
} as const;

interface PupilOfSchool {
  readonly schoolId: string;
  readonly pupilId: string;
}

/** Guardians invite each other by e-mail, and so does the office. */
@Injectable()
export class GuardianInvitations {
  private readonly database: Database;
  private readonly guardianships: GuardianshipService;
  private readonly discretion: GuardianDiscretion;
  private readonly tokens: LinkTokens;
  private readonly limiter: RateLimiter;
  private readonly mail: Mail;
  private readonly config: Config;
  private readonly clock: Clock;

  constructor(
    database: Database,
    guardianships: GuardianshipService,
    discretion: GuardianDiscretion,
    tokens: LinkTokens,
    limiter: RateLimiter,
    mail: Mail,
    config: Config,
    clock: Clock,
  ) {
    this.database = database;
    this.guardianships = guardianships;
    this.discretion = discretion;
    this.tokens = tokens;
    this.limiter = limiter;
    this.mail = mail;
    this.config = config;
    this.clock = clock;
  }

  /** Sends a link. Throws PupilNotFound, AlreadyGuardian, TooManyRequests. */
  async invite({ schoolId, pupilId }: PupilOfSchool, email: string, inviter: Inviter): Promise<OpenGuardianInvitation> {
    await this.limiter.consume(`guardian-invitation:${inviter.personId}`, allowances[inviter.role]);
    const id = newId();
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + validForMs);
    await this.database.transaction(async (tx) => {
      await lockPupil(tx, schoolId, pupilId);
      const invited = await this.judgeInvited(tx, { schoolId, pupilId }, email, inviter);
      const token = this.tokens.draw();
      const tokenHmac = this.tokens.hmac(token);
      await insertInvitation(tx, { schoolId, id, pupilId, email, inviter, createdAt, expiresAt, tokenHmac });
      const circumstances = { schoolId, actor: inviter, occurredAt: createdAt };
      const event = { pupilId, kind: 'guardian_invited', facts: { invitationId: id } } as const;
      await recordPupilEvents(tx, circumstances, [event]);
      if (invited.isToBeTold) await this.send(tx, schoolId, { email, ...invited }, inviter, token);
    });
    return { id, email, invitedBy: inviter.role, expiresAt };
  }

  /** The guardians and open invitations of a pupil that this guardian may be told of. */
  async family({ schoolId, pupilId }: PupilOfSchool, personId: string): Promise<Family> {
    const visible = await this.discretion.visibleTo(personId, schoolId, pupilId);
    const guardians = await this.guardianships.ofPupil(schoolId, pupilId);
    const invitations = await this.open({ schoolId, pupilId });
    return {
      guardians: guardians
        .filter((one) => one.status === 'active' && (one.personId === personId || visible.has(one.personId)))
        .map(({ personId: id, name }): FamilyGuardian => ({ name, isMe: id === personId })),
      invitations: invitations
        .filter(
          ({ invitedBy, inviterId }) => inviterId === personId || (invitedBy === 'guardian' && visible.has(inviterId)),
        )
        .map(({ id, email, inviterId, expiresAt }) => ({ id, email, expiresAt, isMine: inviterId === personId })),
    };
  }

  /** All open invitations of a pupil, newest first. */
  async open({ schoolId, pupilId }: PupilOfSchool): Promise<ListedInvitation[]> {
    return this.database.query<ListedInvitation>(openInvitationsSql, [schoolId, pupilId, this.clock.now()]);
  }

  /** Takes an invitation back: a guardian its own, the office any. Throws InvitationNotFound. */
  async withdraw({ schoolId, pupilId }: PupilOfSchool, id: string, by: Inviter): Promise<void> {
    await this.database.transaction(async (tx) => {
      await lockPupil(tx, schoolId, pupilId);
      const invitation = await readInvitation(tx, schoolId, id);
      const isTheirs = by.role === 'office' || invitation?.inviter.personId === by.personId;
      if (invitation?.pupilId !== pupilId || invitation.status !== 'open' || !isTheirs) throw new InvitationNotFound();
      const occurredAt = this.clock.now();
      await closeInvitation(tx, invitation, 'withdrawn', occurredAt);
      const event = { pupilId, kind: 'guardian_invitation_withdrawn', facts: { invitationId: id } } as const;
      await recordPupilEvents(tx, { schoolId, actor: by, occurredAt }, [event]);
    });
  }

  /** What a link invites to. Throws LinkNotValid. */
  async show(token: string): Promise<GuardianInvitationView> {
    const [found] = await this.database.query<GuardianInvitationView>(
      `SELECT i.email::text, p.initials AS "pupilInitials", s.name AS "schoolName",
              CASE i.inviter_role WHEN 'guardian' THEN inviter.name END AS "inviterName"
         FROM guardian_invitation_directory d
         JOIN guardian_invitation i ON i.school_id = d.school_id AND i.id = d.invitation_id
         JOIN pupil p ON p.school_id = i.school_id AND p.id = i.pupil_id
         JOIN school s ON s.id = i.school_id
         JOIN person inviter ON inviter.id = i.invited_by
        WHERE d.token_hmac = $1 AND i.status = 'open' AND i.expires_at > $2`,
      [this.tokens.hmac(token), this.clock.now()],
    );
    if (!found) throw new LinkNotValid();
    return found;
  }

  /**
   * Makes the profile of the invited e-mail a guardian, or asks for it where somebody must agree. The same person again
   * is the same answer. Throws LinkNotValid, InvitationForOther.
   */
  async accept(token: string, personId: string): Promise<AcceptedInvitation> {
    return this.database.transaction(async (tx) => {
      const place = await findByToken(tx, this.tokens.hmac(token));
      if (!place) throw new LinkNotValid();
      const { schoolId, pupilId } = place;
      await lockPupil(tx, schoolId, pupilId);
      const invitation = await readInvitation(tx, schoolId, place.id);
      if (invitation?.acceptedBy === personId) {
        const own = await readOpenGuardianship(tx, schoolId, pupilId, personId);
        if (own?.status !== 'active' && own?.status !== 'pending') throw new LinkNotValid();
        return answerOf(own.status, pupilId);
      }
      if (!this.isOpen(invitation)) throw new LinkNotValid();
      const { email } = await readAddressee(tx, personId);
      if (email.toLowerCase() !== invitation.email.toLowerCase()) throw new InvitationForOther();
      const { inviter } = invitation;
      const status = await this.guardianships.request(tx, { schoolId, pupilId, personId, inviter });
      await closeInvitation(tx, invitation, 'accepted', this.clock.now(), personId);
      return answerOf(status, pupilId);
    });
  }

  private isOpen(invitation: InvitationRow | undefined): invitation is InvitationRow {
    return invitation?.status === 'open' && invitation.expiresAt > this.clock.now();
  }

  /**
   * Whether and in which language to write. Who is a guardian already needs no invitation; where the inviter must not
   * know that, nothing is said and nothing is sent. Throws AlreadyGuardian.
   */
  private async judgeInvited(
    tx: Tx,
    { schoolId, pupilId }: PupilOfSchool,
    email: string,
    { role, personId: inviterId }: Inviter,
  ): Promise<{ readonly isToBeTold: boolean; readonly language: Language }> {
    const [known] = await tx.query<{ id: string; language: Language }[]>(
      'SELECT id, language FROM person WHERE email = $1',
      [email],
    );
    const { language } = known ?? (await readAddressee(tx, inviterId));
    const open = known && (await readOpenGuardianship(tx, schoolId, pupilId, known.id));
    if (!open) return { isToBeTold: true, language };
    const own = await readOpenGuardianship(tx, schoolId, pupilId, inviterId);
    const isHidden = role === 'guardian' && known.id !== inviterId && (open.isDiscreet || own?.isDiscreet === true);
    if (!isHidden) throw new AlreadyGuardian();
    return { isToBeTold: false, language };
  }

  private async send(
    tx: Tx,
    schoolId: string,
    reader: { readonly email: string; readonly language: Language },
    { role, personId }: Inviter,
    token: string,
  ): Promise<void> {
    const [school] = await tx.query<{ name: string }[]>('SELECT name FROM school WHERE id = $1', [schoolId]);
    const inviterName = role === 'guardian' ? (await readAddressee(tx, personId)).name : null;
    const url = `${this.config.parentUrl}/invitasjon?token=${token}`;
    await this.mail.queue(tx, invitationLetter(reader, { inviterName, schoolName: school?.name ?? '' }, url));
  }
}

function answerOf(status: 'active' | 'pending', pupilId: string): AcceptedInvitation {
  return { status, pupilId: status === 'active' ? pupilId : null };
}
