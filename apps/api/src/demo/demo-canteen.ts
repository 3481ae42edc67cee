import type { HttpClient } from '@kantinekortet/platform/testing';
import { good } from './demo-api.ts';
import { demoPin, demoProducts, rosterCsv, type DemoSchool } from './demo-data.ts';

interface WithId {
  readonly id: string;
}

/** The office imports the roster, lays out the till's grid and makes tills and a cashier. */
export async function furnishSchool(office: HttpClient, schoolId: string, school: DemoSchool): Promise<void> {
  const root = `schools/${schoolId}`;
  const csv = Buffer.from(rosterCsv(school), 'utf8');
  const preview = await good(
    office.request<WithId>('POST', `${root}/roster-imports?fileName=elever.csv`, csv, { 'content-type': 'text/csv' }),
  );
  await good(office.post(`${root}/roster-imports/${preview.id}/apply`, { fileIsComplete: true, matches: [] }));

  const categoryIds = new Map<string, string>();
  for (const name of new Set(demoProducts.map(({ category }) => category))) {
    categoryIds.set(name, (await good(office.post<WithId>(`${root}/categories`, { name }))).id);
  }
  for (const { name, category, priceOre } of demoProducts) {
    const categoryId = categoryIds.get(category) ?? null;
    await good(office.post(`${root}/products`, { name, categoryId, priceOre, vatCode: 'exempt' }));
  }
  for (const name of ['Kasse 1', 'Kasse 2']) await good(office.post(`${root}/registers`, { name }));
  await good(office.post(`${root}/cashiers`, { name: 'Berit', pin: demoPin }));
}

/** A fresh pairing code for the school's first till. */
export async function drawPairingCode(office: HttpClient, schoolId: string): Promise<string> {
  const registers = await good(office.get<{ items: WithId[] }>(`schools/${schoolId}/registers`));
  const [first] = registers.items;
  if (!first) throw new Error('The demo school has no till');
  const path = `schools/${schoolId}/registers/${first.id}/pairing-codes`;
  return (await good(office.post<{ code: string }>(path))).code;
}
