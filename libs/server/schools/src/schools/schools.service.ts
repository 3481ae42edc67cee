import { Injectable } from '@nestjs/common';
import { SchoolNotFound } from '@kantinekortet/identity';
import { brokenConstraint, Database, type Tx } from '@kantinekortet/platform';
import type { ChangeSettingsRequest, SchoolClass, SchoolResponse, SchoolSettings } from './school.dto.ts';
import { SettingsContradict } from './school.errors.ts';

/** Each setting and its column. */
const columnOfSetting: Readonly<Record<keyof SchoolSettings, string>> = {
  topUpMinOre: 'top_up_min_ore',
  topUpMaxOre: 'top_up_max_ore',
  balanceCapOre: 'balance_cap_ore',
  lunchFloorOre: 'lunch_floor_ore',
  replacementFeeOre: 'replacement_fee_ore',
  allowWithoutCard: 'allow_without_card',
  printNameOnCard: 'print_name_on_card',
};
const settingsObject = Object.entries(columnOfSetting)
  .map(([setting, column]) => `'${setting}', s.${column}`)
  .join(', ');

const contradictions: Readonly<Record<string, readonly [pointer: string, detail: string]>> = {
  school_top_up_range: ['/topUpMaxOre', 'The largest top-up must not be less than the smallest.'],
  school_balance_cap_holds_a_top_up: ['/balanceCapOre', 'The balance cap must hold the smallest top-up.'],
};

// A class that has had staff and nobody else is where staff stand, and no class that anyone attends.
const isPupilsClass = `(
  EXISTS (SELECT FROM pupil s WHERE s.school_id = c.school_id AND s.class_id = c.id AND s.kind = 'pupil')
  OR NOT EXISTS (SELECT FROM pupil s WHERE s.school_id = c.school_id AND s.class_id = c.id))`;

const classNames = new Intl.Collator('nb', { numeric: true });

/** A school, its settings and its classes. */
@Injectable()
export class SchoolsService {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Throws SchoolNotFound. */
  async get(schoolId: string): Promise<SchoolResponse> {
    const [school] = await this.database.query<SchoolResponse>(
      `SELECT s.id, s.name, m.id AS "merchantId", m.name AS "merchantName", jsonb_build_object(${settingsObject}) AS settings
         FROM school s JOIN merchant m ON m.id = s.merchant_id
        WHERE s.id = $1`,
      [schoolId],
    );
    if (!school) throw new SchoolNotFound();
    return school;
  }

  /** Changes the settings that are named. Throws SettingsContradict. */
  async changeSettings(schoolId: string, changes: ChangeSettingsRequest): Promise<SchoolResponse> {
    await this.database.transaction((tx) => this.writeSettings(tx, schoolId, changes));
    return this.get(schoolId);
  }

  /** Classes in the order that people count them in: 9A before 10A. */
  async classes(schoolId: string): Promise<SchoolClass[]> {
    const classes = await this.database.query<SchoolClass>(
      `SELECT c.id, c.name, count(p.id) AS "pupilCount"
         FROM school_class c
         LEFT JOIN pupil p ON p.school_id = c.school_id AND p.class_id = c.id AND p.status = 'enrolled' AND p.kind = 'pupil'
        WHERE c.school_id = $1 AND ${isPupilsClass}
        GROUP BY c.id, c.name`,
      [schoolId],
    );
    return classes.sort((left, right) => classNames.compare(left.name, right.name));
  }

  private async writeSettings(tx: Tx, schoolId: string, changes: ChangeSettingsRequest): Promise<void> {
    const columns = Object.values(columnOfSetting);
    const assignments = columns.map((column) => `${column} = coalesce(change.${column}, s.${column})`);
    const values = Object.fromEntries(
      Object.entries(columnOfSetting).map(([setting, column]) => [
        column,
        new Map(Object.entries(changes)).get(setting),
      ]),
    );
    await tx
      .query(
        `UPDATE school s SET ${assignments.join(', ')}
           FROM jsonb_populate_record(NULL::school, $2) change
          WHERE s.id = $1`,
        [schoolId, JSON.stringify(values)],
      )
      .catch((error: unknown) => {
        const contradiction = contradictions[brokenConstraint(error) ?? ''];
        throw contradiction ? new SettingsContradict(...contradiction) : error;
      });
  }
}
