import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, Mail, newId, type Tx } from '@kantinekortet/platform';
import { recordPupilEvents, type PupilActor } from '../pupils/pupil-events.ts';
import type { GuardianApproval, PupilGuardian } from './guardianship.dto.ts';
import { GuardianshipDecided, GuardianshipNotFound, ProfileNotFound } from './guardianship.errors.ts';
import { guardianshipLetter } from './guardianship-letters.ts';
import {
  firstGuardianSql,
  lockPupil,
  readAddressee,
  readGuardianAddressees,
  readGuardianship,
  readGuardianshipBesideOwn,
  readOpenGuardianship,
  type Addressee,
  type GuardianshipRow,
  type LockedPupil,
} from './guardianship-rows.ts';
import { approverOf, mayBecome, type Approver, type Inviter } from './guardianship-rules.ts';

export interface GuardianshipRequest {
  readonly schoolId: string;
  readonly pupilId: string;
  readonly personId: string;
  /** Whose invitation it follows; without one the person holds the pupil's letter. */
  readonly inviter?: Inviter;
}

interface Judgement {
  readonly pupil: LockedPupil;
  readonly applicant: Addressee;
  readonly verdict: 'active' | 'pending' | Approver;
}

type Decision = 'active' | 'rejected' | 'ended';

const eventOf = { active: 'guardian_linked', rejected: 'guardian_rejected', ended: 'guardian_unlinked' } as const;

/** Who is a pupil's guardian, and who decides it. */
@Injectable()
export class GuardianshipService {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly mail: Mail;
  private readonly config: Config;

  constructor(database: Database, clock: Clock, mail: Mail, config: Config) {
    this.database = database;
    this.clock = clock;
    this.mail = mail;
    this.config = config;
  }

  /**
   * Makes a person a pupil's guardian, or asks for it when somebody must agree first (`approverOf`). Again is the same
   * answer. Whoever calls has proved that the person holds the pupil's letter or an invitation. Throws PupilNotFound.
   */
  async request(tx: Tx, request: GuardianshipRequest): Promise<'active' | 'pending'> {
    const { pupil, applicant, verdict } = await this.judge(tx, request);
    if (verdict === 'active' || verdict === 'pending') return verdict;
    await this.add(tx, request, verdict);
    if (verdict === 'first_guardian') await this.askFirstGuardian(tx, pupil, applicant.name);
    return verdict === 'none' ? 'active' : 'pending';
  }

  /** What `request` would answer now, without asking. Throws PupilNotFound. */
  async foresee(tx: Tx, request: GuardianshipRequest): Promise<'active' | 'pending'> {
    const { verdict } = await this.judge(tx, request);
    return verdict === 'active' || verdict === 'none' ? 'active' : 'pending';
  }

  /** The office decides about a guardian of its own pupil. Throws GuardianshipNotFound, GuardianshipDecided. */
  async decideAsOffice(schoolId: string, id: string, decision: Decision, officePersonId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { pupilId } = await readGuardianship(tx, schoolId, id);
      const pupil = await lockPupil(tx, schoolId, pupilId);
      await this.decide(tx, await readGuardianship(tx, schoolId, id), pupil, decision, {
        role: 'office',
        personId: officePersonId,
      });
    });
  }

  /**
   * A pupil's first guardian decides about another. Throws GuardianshipNotFound, also when the office alone may decide,
   * and GuardianshipDecided.
   */
  async decideAsGuardian(id: string, decision: 'active' | 'rejected', guardianPersonId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { schoolId, pupilId } = await readGuardianshipBesideOwn(tx, guardianPersonId, id);
      const pupil = await lockPupil(tx, schoolId, pupilId);
      const asked = await readGuardianship(tx, schoolId, id);
      const isTheirs = pupil.firstGuardianId === guardianPersonId && asked.approver === 'first_guardian';
      if (!isTheirs) throw new GuardianshipNotFound();
      await this.decide(tx, asked, pupil, decision, { role: 'guardian', personId: guardianPersonId });
    });
  }

  /**
   * Makes the person of a profile's e-mail a guardian at once, whoever would have had to agree, and tells them. Again
   * changes nothing. Throws ProfileNotFound, PupilNotFound.
   */
  async link(schoolId: string, pupilId: string, email: string, officePersonId: string): Promise<void> {
    const inviter = { role: 'office', personId: officePersonId } as const;
    await this.database.transaction(async (tx) => {
      const pupil = await lockPupil(tx, schoolId, pupilId);
      const [person] = await tx.query<{ id: string }[]>('SELECT id FROM person WHERE email = $1', [email]);
      if (!person) throw new ProfileNotFound();
      const open = await readOpenGuardianship(tx, schoolId, pupilId, person.id);
      if (open?.status === 'active') return;
      if (open) return this.decide(tx, open, pupil, 'active', inviter);
      await this.add(tx, { schoolId, pupilId, personId: person.id, inviter }, 'none');
      const reader = await readAddressee(tx, person.id);
      const names = { applicantName: reader.name, pupilName: pupil.name };
      await this.mail.queue(tx, guardianshipLetter('linked', reader, names, this.config.parentUrl));
    });
  }

  /** A pupil's guardians and those who ask to be, longest first. */
  async ofPupil(schoolId: string, pupilId: string): Promise<PupilGuardian[]> {
    return this.database.query<PupilGuardian>(
      `SELECT g.id AS "guardianshipId", g.person_id AS "personId", person.name, person.email::text, g.status,
              coalesce(g.active_at, g.requested_at) AS since, g.is_discreet AS "isDiscreet"
         FROM guardianship g JOIN person ON person.id = g.person_id
        WHERE g.school_id = $1 AND g.pupil_id = $2 AND g.status IN ('active', 'pending')
        ORDER BY g.status, since, g.id`,
      [schoolId, pupilId],
    );
  }

  /** How to write to a pupil's active guardians, the first one first. */
  async addresseesOf(tx: Tx, schoolId: string, pupilId: string): Promise<Addressee[]> {
    return readGuardianAddressees(tx, schoolId, pupilId);
  }

  /** The requests that wait for this person as a pupil's first guardian, oldest first. */
  async approvalsOf(personId: string): Promise<GuardianApproval[]> {
    return this.database.query<GuardianApproval>(
      `SELECT g.id AS "guardianshipId", p.name AS "pupilName", applicant.name AS "applicantName",
              g.requested_at AS "requestedAt"
         FROM guardian_school d
         JOIN guardianship own ON own.school_id = d.school_id AND own.person_id = d.person_id AND own.status = 'active'
         JOIN pupil p ON p.school_id = own.school_id AND p.id = own.pupil_id
         JOIN guardianship g ON g.school_id = p.school_id AND g.pupil_id = p.id
              AND g.status = 'pending' AND g.approver = 'first_guardian'
         JOIN person applicant ON applicant.id = g.person_id
        WHERE d.person_id = $1 AND ${firstGuardianSql} = $1
        ORDER BY g.requested_at, g.id`,
      [personId],
    );
  }

  /** Under the pupil's lock: what the person is already, else who must agree. */
  private async judge(tx: Tx, { schoolId, pupilId, personId, inviter }: GuardianshipRequest): Promise<Judgement> {
    const pupil = await lockPupil(tx, schoolId, pupilId);
    const open = await readOpenGuardianship(tx, schoolId, pupilId, personId);
    const applicant = await readAddressee(tx, personId);
    if (open) return { pupil, applicant, verdict: open.status === 'active' ? 'active' : 'pending' };
    return { pupil, applicant, verdict: approverOf(pupil, applicant.email, inviter) };
  }

  private async add(tx: Tx, request: GuardianshipRequest, approver: Approver): Promise<void> {
    const { schoolId, pupilId, personId, inviter } = request;
    const now = this.clock.now();
    const isActive = approver === 'none';
    const actor = inviter?.role === 'office' ? inviter : ({ role: 'guardian', personId } as const);
    const kind = isActive ? 'guardian_linked' : 'guardian_asked';
    await recordPupilEvents(tx, { schoolId, actor, occurredAt: now }, [{ pupilId, kind, facts: { personId } }]);
    await tx.query(
      `INSERT INTO guardianship (school_id, id, pupil_id, person_id, status, approver, requested_at, active_at, is_discreet)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8,
              -- Whom a discreet guardian invites is one too, until the office says something else.
              EXISTS (SELECT FROM guardianship g
                       WHERE g.school_id = $1 AND g.pupil_id = $3 AND g.person_id = $9 AND g.status = 'active'
                         AND g.is_discreet)`,
      [
        schoolId,
        newId(),
        pupilId,
        personId,
        isActive ? 'active' : 'pending',
        approver,
        now,
        isActive ? now : null,
        inviter?.personId ?? null,
      ],
    );
    await tx.query('INSERT INTO guardian_school (person_id, school_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      personId,
      schoolId,
    ]);
  }

  private async decide(
    tx: Tx,
    guardianship: GuardianshipRow,
    pupil: LockedPupil,
    decision: Decision,
    decidedBy: PupilActor,
  ): Promise<void> {
    if (!mayBecome(guardianship.status, decision)) throw new GuardianshipDecided(guardianship.status);
    const now = this.clock.now();
    await tx.query(
      `UPDATE guardianship
          SET status = $3, decided_by = $4, active_at = coalesce(active_at, $5), closed_at = $6
        WHERE school_id = $1 AND id = $2`,
      [
        guardianship.schoolId,
        guardianship.id,
        decision,
        decidedBy.personId,
        decision === 'active' ? now : null,
        decision === 'active' ? null : now,
      ],
    );
    const { schoolId, pupilId, personId } = guardianship;
    const event = { pupilId, kind: eventOf[decision], facts: { personId } };
    await recordPupilEvents(tx, { schoolId, actor: decidedBy, occurredAt: now }, [event]);
    if (decision === 'ended') {
      await tx.query(
        `UPDATE guardian_invitation SET status = 'withdrawn', closed_at = $4
          WHERE school_id = $1 AND pupil_id = $2 AND invited_by = $3 AND inviter_role = 'guardian' AND status = 'open'`,
        [schoolId, pupilId, personId, now],
      );
      return;
    }
    const applicant = await readAddressee(tx, guardianship.personId);
    const kind = decision === 'active' ? 'approved' : 'rejected';
    const names = { applicantName: applicant.name, pupilName: pupil.name };
    await this.mail.queue(tx, guardianshipLetter(kind, applicant, names, this.config.parentUrl));
  }

  private async askFirstGuardian(tx: Tx, pupil: LockedPupil, applicantName: string): Promise<void> {
    if (pupil.firstGuardianId === null) return;
    const first = await readAddressee(tx, pupil.firstGuardianId);
    const names = { applicantName, pupilName: pupil.name };
    await this.mail.queue(tx, guardianshipLetter('asked', first, names, this.config.parentUrl));
  }
}
