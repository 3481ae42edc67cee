import { Config, Mail, type Letter, type Tx } from '@kantinekortet/platform';
import type { Addressee } from '@kantinekortet/schools';
import { Injectable } from '@nestjs/common';
import {
  approvalLetter,
  monthLimitLetter,
  refusedLetter,
  switchedOffLetter,
  type AutoTopUpNews,
} from './auto-top-up-letters.ts';
import type { AutoTopUp } from './auto-top-up-rows.ts';
import type { ToldReason } from './switch-off-texts.ts';

/** Writes to the guardian whose rule it is: nothing that goes wrong stays silent. */
@Injectable()
export class AutoTopUpLetters {
  private readonly config: Config;
  private readonly mail: Mail;

  constructor(config: Config, mail: Mail) {
    this.config = config;
    this.mail = mail;
  }

  async approvalNeeded(tx: Tx, rule: AutoTopUp, topUpId: string): Promise<void> {
    await this.send(tx, rule, `fyll-paa/${topUpId}/godkjenn`, approvalLetter);
  }

  async refused(tx: Tx, rule: AutoTopUp): Promise<void> {
    await this.send(tx, rule, `barn/${rule.pupilId}/fyll-paa`, refusedLetter);
  }

  async monthLimit(tx: Tx, rule: AutoTopUp): Promise<void> {
    await this.send(tx, rule, `barn/${rule.pupilId}/fyll-paa`, monthLimitLetter);
  }

  async switchedOff(tx: Tx, rule: AutoTopUp, reason: ToldReason): Promise<void> {
    await this.send(tx, rule, `barn/${rule.pupilId}/automatisk`, (reader, news) =>
      switchedOffLetter(reader, news, reason),
    );
  }

  private async send(
    tx: Tx,
    { schoolId, pupilId, payerId, belowOre, amountOre, timesAMonth }: AutoTopUp,
    path: string,
    write: (reader: Addressee, news: AutoTopUpNews) => Letter,
  ): Promise<void> {
    const [found] = await tx.query<(Addressee & { readonly firstName: string })[]>(
      `SELECT person.name, person.email::text, person.language, p.first_name AS "firstName"
         FROM person, pupil p WHERE person.id = $1 AND p.school_id = $2 AND p.id = $3`,
      [payerId, schoolId, pupilId],
    );
    if (!found) throw new Error(`Nobody to write to about pupil ${pupilId}`);
    const url = `${this.config.parentUrl}/${path}`;
    const news = { firstName: found.firstName, belowOre, amountOre, timesAMonth, url };
    await this.mail.queue(tx, write(found, news));
  }
}
