import { Injectable } from '@nestjs/common';
import { Clock, Database, osloDay } from '@kantinekortet/platform';
import { GuardianshipService, PupilNotFound } from '@kantinekortet/schools';
import type { OverviewDto, PupilDetailsDto } from './pupil.dto.ts';

const pupilSql = `
  SELECT p.id AS "pupilId", p.kind, p.name, p.class_name AS "className", p.birth_date AS "birthDate", p.status,
         p.external_id AS "externalId", l.last_day AS "lastDay", p.wallet_id AS "walletId",
         jsonb_build_object('id', w.id, 'balanceOre', w.balance_ore, 'heldOre', w.held_ore,
           'availableOre', w.balance_ore - w.held_ore, 'claimedOre', w.claimed_ore) AS wallet,
         coalesce((
           SELECT jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number, 'status', c.status, 'issuedAt', c.issued_at,
                                                'blockReason', c.block_reason, 'blockedByRole', c.blocked_by_role)
                            ORDER BY c.issued_at DESC NULLS LAST, c.id DESC)
             FROM card c WHERE c.school_id = p.school_id AND c.pupil_id = p.id), '[]') AS cards
    FROM pupil p JOIN wallet w ON w.school_id = p.school_id AND w.id = p.wallet_id
    LEFT JOIN planned_leave l ON l.school_id = p.school_id AND l.pupil_id = p.id
   WHERE p.school_id = $1 AND p.id = $2`;

const overviewSql = `
  SELECT count(*) AS pupils,
         count(*) FILTER (WHERE EXISTS (
           SELECT FROM card c WHERE c.school_id = p.school_id AND c.pupil_id = p.id AND c.status = 'active')) AS "withCard",
         count(*) FILTER (WHERE EXISTS (
           SELECT FROM guardianship g
            WHERE g.school_id = p.school_id AND g.pupil_id = p.id AND g.status = 'active')) AS "withGuardian",
         count(*) FILTER (WHERE w.balance_ore > 0) AS "withMoney"
    FROM pupil p JOIN wallet w ON w.school_id = p.school_id AND w.id = p.wallet_id
   WHERE p.school_id = $1 AND p.status = 'enrolled' AND p.kind = 'pupil'`;

// A sale is never recorded before it was made: `recorded_at`, which is indexed, leaves the older days unread.
const salesTodaySql = `
  SELECT coalesce(sum(CASE o.kind WHEN 'sale' THEN t.amount_ore ELSE -t.amount_ore END), 0)::bigint AS "salesTodayOre",
         count(*) FILTER (WHERE o.kind = 'sale') AS "salesTodayCount"
    FROM (SELECT $2::date::timestamp AT TIME ZONE 'Europe/Oslo' AS start) today
    JOIN transfer t ON t.school_id = $1 AND t.recorded_at >= today.start AND t.occurred_at >= today.start
    JOIN operation o ON o.school_id = t.school_id AND o.id = t.operation_id AND o.kind IN ('sale', 'sale_return')`;

/** What the office sees of one pupil, and of its school at a glance. */
@Injectable()
export class PupilPageService {
  private readonly database: Database;
  private readonly guardianships: GuardianshipService;
  private readonly clock: Clock;

  constructor(database: Database, guardianships: GuardianshipService, clock: Clock) {
    this.database = database;
    this.guardianships = guardianships;
    this.clock = clock;
  }

  /** Throws PupilNotFound. */
  async pupil(schoolId: string, pupilId: string): Promise<PupilDetailsDto> {
    const [pupil] = await this.database.query<Omit<PupilDetailsDto, 'guardians'>>(pupilSql, [schoolId, pupilId]);
    if (!pupil) throw new PupilNotFound();
    return { ...pupil, guardians: await this.guardianships.ofPupil(schoolId, pupilId) };
  }

  async overview(schoolId: string): Promise<OverviewDto> {
    const today = osloDay(this.clock.now());
    const [[pupils], [sales]] = await Promise.all([
      this.database.query<Omit<OverviewDto, 'salesTodayOre' | 'salesTodayCount'>>(overviewSql, [schoolId]),
      this.database.query<Pick<OverviewDto, 'salesTodayOre' | 'salesTodayCount'>>(salesTodaySql, [schoolId, today]),
    ]);
    return {
      ...(pupils ?? { pupils: 0, withCard: 0, withGuardian: 0, withMoney: 0 }),
      ...(sales ?? { salesTodayOre: 0, salesTodayCount: 0 }),
    };
  }
}
