import { Database, decodeCursor, toPage, type Page } from '@kantinekortet/platform';
import { SchoolsService } from '@kantinekortet/schools';
import { Injectable } from '@nestjs/common';
import type {
  Need,
  ReadinessCountsDto,
  ReadinessDto,
  ReadinessListQuery,
  ReadinessOfClassDto,
  UnreadyPupilDto,
} from './readiness.dto.ts';

interface Row extends UnreadyPupilDto {
  readonly firstName: string;
  readonly lastName: string;
}

const countsSql = `
  SELECT class_id AS "classId", class_name AS "className", count(*) AS pupils,
         count(*) FILTER (WHERE has_card AND has_guardian AND has_money) AS ready,
         count(*) FILTER (WHERE NOT has_card) AS "withoutCard",
         count(*) FILTER (WHERE NOT has_guardian) AS "withoutGuardian",
         count(*) FILTER (WHERE NOT has_money) AS "withoutMoney"
    FROM pupil_readiness WHERE school_id = $1
   GROUP BY class_id, class_name`;

const lacks: Readonly<Record<Need | 'anything', string>> = {
  card: 'NOT r.has_card',
  guardian: 'NOT r.has_guardian',
  money: 'NOT r.has_money',
  anything: 'NOT (r.has_card AND r.has_guardian AND r.has_money)',
};

const listSql = (need: Need | 'anything') => `
  SELECT r.pupil_id AS "pupilId", r.name, r.first_name AS "firstName", r.last_name AS "lastName",
         r.class_name AS "className", r.has_card AS "hasCard", r.has_guardian AS "hasGuardian", r.has_money AS "hasMoney",
         r.available_ore AS "availableOre",
         (SELECT max(m.day)::text FROM readiness_reminder m
           WHERE m.school_id = r.school_id AND m.pupil_id = r.pupil_id) AS "remindedOn"
    FROM pupil_readiness r
   WHERE r.school_id = $1 AND ${lacks[need]} AND ($2::uuid IS NULL OR r.class_id = $2)
     AND ($3::text IS NULL OR (r.last_name, r.first_name, r.pupil_id) > ($3, $4, $5::uuid))
   ORDER BY r.last_name, r.first_name, r.pupil_id LIMIT $6`;

const classNames = new Intl.Collator('nb', { numeric: true });

/** Who is not ready for the day that cash ends: without card, without guardian or without money for a lunch. */
@Injectable()
export class ReadinessService {
  private readonly database: Database;
  private readonly schools: SchoolsService;

  constructor(database: Database, schools: SchoolsService) {
    this.database = database;
    this.schools = schools;
  }

  /** The school in figures, and each class. */
  async figures(schoolId: string): Promise<ReadinessDto> {
    const { settings } = await this.schools.get(schoolId);
    const classes = await this.database.query<ReadinessOfClassDto>(countsSql, [schoolId]);
    classes.sort((left, right) => classNames.compare(left.className, right.className));
    const sum = (count: keyof ReadinessCountsDto) => classes.reduce((total, one) => total + one[count], 0);
    return {
      lunchFloorOre: settings.lunchFloorOre,
      pupils: sum('pupils'),
      ready: sum('ready'),
      withoutCard: sum('withoutCard'),
      withoutGuardian: sum('withoutGuardian'),
      withoutMoney: sum('withoutMoney'),
      classes,
    };
  }

  /** Who lacks something, by last name, by keyset. */
  async list(schoolId: string, query: ReadinessListQuery): Promise<Page<UnreadyPupilDto>> {
    const { lacking = 'anything', classId = null, cursor, limit } = query;
    const [lastName = null, firstName = null, id = null] = decodeCursor(cursor, ['text', 'text', 'uuid']) ?? [];
    const parameters = [schoolId, classId, lastName, firstName, id, limit + 1];
    const rows = await this.database.query<Row>(listSql(lacking), parameters);
    const { items, nextCursor } = toPage(rows, limit, (row) => [row.lastName, row.firstName, row.pupilId]);
    return { items: items.map(({ firstName: _first, lastName: _last, ...item }) => item), nextCursor };
  }
}
