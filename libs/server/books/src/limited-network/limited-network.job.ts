import { Clock, Database, Jobs, osloDay } from '@kantinekortet/platform';
import { OfficeTasks } from '@kantinekortet/tasks';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { LimitedNetworkDto } from './limited-network.dto.ts';
import { LimitedNetwork } from './limited-network.service.ts';

interface School {
  readonly id: string;
  readonly merchantId: string;
}

/** Every night: counts the day that is over, and tells the offices of a merchant that comes near the limit, once each. */
@Injectable()
export class LimitedNetworkJob implements OnModuleInit {
  private readonly logger = new Logger(LimitedNetworkJob.name);
  private readonly jobs: Jobs;
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly network: LimitedNetwork;
  private readonly tasks: OfficeTasks;

  constructor(jobs: Jobs, database: Database, clock: Clock, network: LimitedNetwork, tasks: OfficeTasks) {
    this.jobs = jobs;
    this.database = database;
    this.clock = clock;
    this.network = network;
    this.tasks = tasks;
  }

  onModuleInit(): void {
    this.jobs.every('books.limited-network', '50 2 * * *', () => this.run());
  }

  /** Merchant by merchant; one that cannot be counted does not keep the others from it. Again does nothing more. */
  async run(): Promise<void> {
    const today = osloDay(this.clock.now());
    await this.database.transaction((tx) => tx.query('SELECT limited_network_count($1::date)', [today]));
    const schools = await this.database.query<School>('SELECT id, merchant_id AS "merchantId" FROM school');
    for (const [merchantId, ofMerchant] of Map.groupBy(schools, (school) => school.merchantId)) {
      await this.look(merchantId, ofMerchant).catch((error: unknown) => this.logger.error(error));
    }
  }

  private async look(merchantId: string, schools: readonly School[]): Promise<void> {
    const found = await this.network.ofMerchant(merchantId);
    if (found.standing !== 'far') await this.tell(merchantId, schools, found);
  }

  private async tell(merchantId: string, schools: readonly School[], found: LimitedNetworkDto): Promise<void> {
    const { standing, measuredOre, percent, merchantName } = found;
    const facts = { amountOre: measuredOre, percent, merchantName };
    const kind = standing === 'over' ? 'limited_network_over' : 'limited_network_near';
    await this.database.transaction(async (tx) => {
      for (const { id: schoolId } of schools) {
        await this.tasks.openUnlessKnown(tx, { schoolId, kind, subjectId: merchantId, facts });
        if (kind === 'limited_network_near') continue;
        const near = { schoolId, kind: 'limited_network_near', subjectId: merchantId } as const;
        await this.tasks.resolve(tx, { ...near, by: null, resolution: 'passed' });
      }
    });
  }
}
