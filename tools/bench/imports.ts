import { setTimeout } from 'node:timers/promises';
import { newId } from '@kantinekortet/platform';
import type { BenchOffice } from './offices.ts';
import { HttpConnection } from './http-connection.ts';

/** A roster of new pupils over HTTP: read and shown, then written wholly, in milliseconds. */
export interface ImportRow {
  readonly pupils: number;
  readonly previewMs: number;
  readonly applyMs: number;
  /** How many different figures somebody who asked every 50 ms was told while it was applied. */
  readonly figuresSeen: number;
}

const pupils = 2_000;
const askEveryMs = 50;

/** Imports at a school that has pupils already. Throws unless all of the file is written. */
export async function measureImport(port: number, { cookie, schoolId }: BenchOffice): Promise<ImportRow> {
  const [connection, asking] = [await HttpConnection.open(port), await HttpConnection.open(port)];
  const path = `/api/v1/schools/${schoolId}/roster-imports`;
  const head = (verb: string, tail: string, type: string) =>
    `${verb} ${path}${tail} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${cookie}\r\nKantinekortet-App: admin-office\r\nContent-Type: ${type}\r\n`;
  const uploadedAt = performance.now();
  const shown = await connection.post(head('POST', '?fileName=elever.csv', 'text/csv'), roster());
  const previewMs = performance.now() - uploadedAt;
  const { id } = fieldsOf(shown, 201);

  const figures = new Set<unknown>();
  let isApplied = false;
  const watch = async () => {
    while (!isApplied) {
      figures.add(
        fieldsOf(await asking.get(head('GET', `/${String(id)}/progress`, 'application/json')), 200)['written'],
      );
      await setTimeout(askEveryMs);
    }
  };
  const appliedAt = performance.now();
  const answers = JSON.stringify({ fileIsComplete: false, matches: [] });
  const applying = connection.post(head('POST', `/${String(id)}/apply`, 'application/json'), answers);
  const watching = watch();
  const applied = await applying;
  const applyMs = performance.now() - appliedAt;
  isApplied = true;
  await watching;
  connection.close();
  asking.close();
  const { created } = fieldsOf(applied, 200);
  if (created !== pupils) throw new Error(`${String(created)} of ${pupils} pupils were imported`);
  return { pupils, previewMs: Math.round(previewMs), applyMs: Math.round(applyMs), figuresSeen: figures.size };
}

/** Of children whom no import before has brought: a namesake would have to be told apart by hand. */
function roster(): string {
  const lastName = newId();
  const rows = Array.from(
    { length: pupils },
    (_, index) => `${newId()};Elev ${index};${lastName};${1 + (index % 70)}N`,
  );
  return ['Elev-ID;Fornavn;Etternavn;Klasse', ...rows].join('\n');
}

function fieldsOf(answer: { readonly status: number; readonly body: string }, status: number): Record<string, unknown> {
  if (answer.status !== status) throw new Error(`An import was answered with ${answer.status}: ${answer.body}`);
  const body: unknown = JSON.parse(answer.body);
  return typeof body === 'object' && body !== null ? { ...body } : {};
}
