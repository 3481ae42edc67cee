import { Database } from '@kantinekortet/platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Gauge, register } from 'prom-client';

interface LastProofs {
  readonly findings: number | null;
  readonly provenAt: Date | null;
  readonly wholeAt: Date | null;
}

const lastProofsSql = `
  SELECT last.finding_count AS findings, last.finished_at AS "provenAt",
         (SELECT max(finished_at) FROM books_proof WHERE is_whole) AS "wholeAt"
    FROM (SELECT 1) one
    LEFT JOIN (SELECT * FROM books_proof ORDER BY finished_at DESC LIMIT 1) last ON true`;

/**
 * The last proof for Prometheus. Read from the database when asked, because another process may have made the proof.
 * What has never been is NaN, so that an alert on age is not fooled.
 */
@Injectable()
export class BooksMetrics implements OnApplicationBootstrap {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  onApplicationBootstrap(): void {
    this.gauge('kantinekortet_books_findings', 'What the last proof of the books found', ({ findings }) => findings);
    this.gauge('kantinekortet_books_proven_timestamp_seconds', 'When the books were last proven', ({ provenAt }) =>
      seconds(provenAt),
    );
    this.gauge('kantinekortet_books_proven_whole_timestamp_seconds', 'When all books were last proven', ({ wholeAt }) =>
      seconds(wholeAt),
    );
  }

  private gauge(name: string, help: string, valueOf: (last: LastProofs) => number | null): void {
    const { database } = this;
    register.removeSingleMetric(name);
    const gauge = new Gauge({
      name,
      help,
      async collect() {
        const [last] = await database.query<LastProofs>(lastProofsSql);
        gauge.set((last && valueOf(last)) ?? Number.NaN);
      },
    });
  }
}

function seconds(moment: Date | null): number | null {
  return moment && moment.getTime() / 1000;
}
