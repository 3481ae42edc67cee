import { Injectable } from '@nestjs/common';
import { Clock, Database, osloDay } from '@kantinekortet/platform';
import { paymentMethods } from '@kantinekortet/providers';
import { PupilAccess } from '@kantinekortet/schools';
import { tellApart } from './tell-apart.ts';
import type { ChildDto, ChildList, PendingChildDto } from './child.dto.ts';

// School by school: each table is read by its own key.
const childrenSql = `
  SELECT p.id AS "pupilId", p.name, p.initials, p.class_name AS "className", p.status,
         jsonb_build_object('id', s.id, 'name', s.name) AS school,
         jsonb_build_object('id', w.id, 'balanceOre', w.balance_ore, 'heldOre', w.held_ore,
           'availableOre', w.balance_ore - w.held_ore, 'claimedOre', w.claimed_ore) AS wallet,
         CASE WHEN c.id IS NOT NULL
              THEN jsonb_build_object('id', c.id, 'number', c.number, 'status', c.status, 'blockedByRole', c.blocked_by_role)
              END AS card,
         jsonb_build_object('minOre', s.top_up_min_ore, 'maxOre', s.top_up_max_ore, 'balanceCapOre', s.balance_cap_ore,
           'merchantId', s.merchant_id,
           'providers', (SELECT coalesce(jsonb_agg(jsonb_build_object('provider', way.provider, 'method', way.method)
                                                   ORDER BY way.position), '[]')
                           FROM unnest($4::text[], $5::text[]) WITH ORDINALITY way (provider, method, position)
                           JOIN merchant_provider m ON m.merchant_id = s.merchant_id AND m.provider = way.provider))
           AS "topUp",
         (SELECT coalesce(sum(-e.amount_ore), 0)::bigint
            FROM wallet_entry e JOIN operation o ON o.school_id = e.school_id AND o.id = e.operation_id
           WHERE e.school_id = p.school_id AND e.wallet_id = p.wallet_id AND e.entry = 'transfer'
             AND o.kind IN ('sale', 'sale_return')
             AND o.occurred_at >= $3::date::timestamp AT TIME ZONE 'Europe/Oslo') AS "spentTodayOre"
    FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY child (school_id, pupil_id, position)
    JOIN pupil p ON p.school_id = child.school_id AND p.id = child.pupil_id
    JOIN school s ON s.id = p.school_id
    JOIN wallet w ON w.school_id = p.school_id AND w.id = p.wallet_id
    LEFT JOIN card c ON c.school_id = p.school_id AND c.pupil_id = p.id AND c.status IN ('active', 'blocked')
   ORDER BY child.position`;

const pendingSql = `
  SELECT p.initials AS "pupilInitials", s.name AS "schoolName"
    FROM guardian_school d
    JOIN guardianship g ON g.school_id = d.school_id AND g.person_id = d.person_id AND g.status = 'pending'
    JOIN pupil p ON p.school_id = g.school_id AND p.id = g.pupil_id
    JOIN school s ON s.id = p.school_id
   WHERE d.person_id = $1 ORDER BY g.requested_at`;

/** A guardian's children at every school. */
@Injectable()
export class ChildrenService {
  private readonly access: PupilAccess;
  private readonly database: Database;
  private readonly clock: Clock;

  constructor(access: PupilAccess, database: Database, clock: Clock) {
    this.access = access;
    this.database = database;
    this.clock = clock;
  }

  async ofGuardian(personId: string): Promise<ChildList> {
    const keys = await this.access.ofGuardian(personId);
    const [items, pending] = await Promise.all([
      this.database.query<Omit<ChildDto, 'shortName'>>(childrenSql, [
        keys.map(({ schoolId }) => schoolId),
        keys.map(({ pupilId }) => pupilId),
        osloDay(this.clock.now()),
        paymentMethods.map(({ provider }) => provider),
        paymentMethods.map(({ method }) => method),
      ]),
      this.database.query<PendingChildDto>(pendingSql, [personId]),
    ]);
    const shortNames = tellApart(items);
    return { items: items.map((child, index) => ({ ...child, shortName: shortNames[index] ?? child.name })), pending };
  }
}
