import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Database, InvalidInput, osloDay } from '@kantinekortet/platform';
import { SchoolsService } from '@kantinekortet/schools';
import { Injectable } from '@nestjs/common';
import { EuroRateConflict } from './limited-network.errors.ts';
import type { EuroRateDto, SayEuroRateRequest } from './limited-network.dto.ts';

/** What a euro costs, as people of the merchant's schools read it: never changed, the newest day counts. */
@Injectable()
export class EuroRates {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly schools: SchoolsService;

  constructor(database: Database, clock: Clock, schools: SchoolsService) {
    this.database = database;
    this.clock = clock;
    this.schools = schools;
  }

  /** Null until somebody has said one. */
  async newest(merchantId: string): Promise<EuroRateDto | null> {
    const [rate] = await this.database.query<EuroRateDto>(
      `SELECT r.day::text AS day, r.nok_per_eur_e4 AS "nokPerEurE4", r.source, p.name AS "recordedBy",
              r.recorded_at AS "recordedAt"
         FROM merchant_euro_rate r JOIN person p ON p.id = r.recorded_by
        WHERE r.merchant_id = $1
        ORDER BY r.day DESC, r.recorded_at DESC LIMIT 1`,
      [merchantId],
    );
    return rate ?? null;
  }

  /** Records one; the same again changes nothing. Throws InvalidInput for a day to come, EuroRateConflict. */
  async say({ personId }: PersonPrincipal, schoolId: string, request: SayEuroRateRequest): Promise<void> {
    const { id, day, nokPerEurE4, source } = request;
    const now = this.clock.now();
    if (day > osloDay(now)) {
      throw new InvalidInput([{ pointer: '/day', code: 'in_the_future', detail: 'This day is still to come.' }]);
    }
    const { merchantId } = await this.schools.get(schoolId);
    await this.database.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO merchant_euro_rate (merchant_id, id, day, nok_per_eur_e4, source, recorded_by, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
        [merchantId, id, day, nokPerEurE4, source, personId, now],
      );
      const same = await tx.query<unknown[]>(
        `SELECT FROM merchant_euro_rate
          WHERE merchant_id = $1 AND id = $2 AND day = $3 AND nok_per_eur_e4 = $4 AND source = $5`,
        [merchantId, id, day, nokPerEurE4, source],
      );
      if (same.length === 0) throw new EuroRateConflict();
    });
  }
}
