import { Clock, Database, osloDay } from '@kantinekortet/platform';
import { SchoolsService } from '@kantinekortet/schools';
import { Injectable } from '@nestjs/common';
import { EuroRates } from './euro-rates.service.ts';
import { cautiousNokPerEurE4, howNear, limitEur } from './how-near.ts';
import type { LimitedNetworkDto } from './limited-network.dto.ts';

interface Total {
  readonly merchantName: string;
  readonly schoolCount: number;
  readonly fromDay: string;
  readonly paidInOre: number;
  readonly usedOre: number;
}

const totalSql = `
  SELECT m.name AS "merchantName", (SELECT count(*)::int FROM school s WHERE s.merchant_id = m.id) AS "schoolCount",
         t.from_day::text AS "fromDay", t.paid_in_ore AS "paidInOre", t.used_ore AS "usedOre"
    FROM merchant m CROSS JOIN LATERAL limited_network_total(m.id, $2::date) t
   WHERE m.id = $1`;

/**
 * How much money went through a merchant's cards in twelve months. Cards that work in its canteens only are a limited
 * network: no licence, but notice to Finanstilsynet above a million euro (PSD2 articles 3 (k) and 37 (2)).
 */
@Injectable()
export class LimitedNetwork {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly schools: SchoolsService;
  private readonly rates: EuroRates;

  constructor(database: Database, clock: Clock, schools: SchoolsService, rates: EuroRates) {
    this.database = database;
    this.clock = clock;
    this.schools = schools;
    this.rates = rates;
  }

  /** Of the merchant of this school. */
  async ofSchool(schoolId: string): Promise<LimitedNetworkDto> {
    const { merchantId } = await this.schools.get(schoolId);
    return this.ofMerchant(merchantId);
  }

  async ofMerchant(merchantId: string): Promise<LimitedNetworkDto> {
    const [total] = await this.database.query<Total>(totalSql, [merchantId, osloDay(this.clock.now())]);
    if (!total) throw new Error(`Merchant ${merchantId} does not exist`);
    const rate = await this.rates.newest(merchantId);
    const nokPerEurE4 = rate?.nokPerEurE4 ?? cautiousNokPerEurE4;
    const measuredOre = Math.max(total.paidInOre, total.usedOre);
    const { amountEur: measuredEur, percent, standing } = howNear(measuredOre, nokPerEurE4);
    return { ...total, measuredOre, rate, nokPerEurE4, measuredEur, limitEur, percent, standing };
  }
}
