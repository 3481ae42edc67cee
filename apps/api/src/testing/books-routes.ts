import { newId } from '@kantinekortet/platform';
import { aSettlement } from './school-scene.ts';
import { office, type RouteLine } from './who-may.ts';

/** The school's books. */
export const booksRoutes: Readonly<Record<string, RouteLine>> = {
  'GET /schools/{schoolId}/books': office,
  'GET /schools/{schoolId}/books/transactions.csv': { ...office, query: 'from=2026-01-01&to=2026-01-31' },
  'GET /schools/{schoolId}/books/summary.csv': { ...office, query: 'month=2026-01' },
  'GET /schools/{schoolId}/limited-network': office,
  'POST /schools/{schoolId}/limited-network/euro-rates': {
    ...office,
    body: () => ({ id: newId(), day: '2026-01-31', nokPerEurE4: 115_000, source: 'Norges Bank' }),
  },
  'GET /schools/{schoolId}/idle-balances': office,
  'GET /schools/{schoolId}/idle-balances.csv': office,
  'GET /schools/{schoolId}/closings': office,
  // Nothing was sold last month; which month that is depends on the day of the test.
  'POST /schools/{schoolId}/closings': {
    ...office,
    body: () => ({ month: lastMonth(), vatOre: 0, releaseOre: 0 }),
  },
  'PUT /schools/{schoolId}/client-account': { ...office, body: () => ({ accountNumber: '90412263056' }) },
  'POST /schools/{schoolId}/client-money/balances': {
    ...office,
    body: () => ({ id: newId(), day: '2026-01-31', balanceOre: 0 }),
  },
  'GET /schools/{schoolId}/clearings': office,
  'GET /schools/{schoolId}/settlements': office,
  'POST /schools/{schoolId}/settlements': {
    ...office,
    body: aSettlement,
  },
  'GET /schools/{schoolId}/settlements/{id}': office,
  'GET /schools/{schoolId}/settlements/{id}/lines': office,
  'GET /schools/{schoolId}/settlements/{id}/lines.csv': office,
  'POST /schools/{schoolId}/client-money/statements': {
    ...office,
    contentType: 'application/octet-stream',
    body: () => Buffer.from(aStatement),
  },
};

const aStatement =
  '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>1</Id>' +
  '<Acct><Id><Othr><Id>90412263056</Id></Othr></Id></Acct><Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp>' +
  '<Amt Ccy="NOK">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-01-31</Dt></Dt></Bal></Stmt></BkToCstmrStmt></Document>';

/** The last month that has been over for a day. */
function lastMonth(): string {
  const day = new Date(Date.now() - 24 * 60 * 60 * 1_000);
  day.setUTCDate(0);
  return day.toISOString().slice(0, 7);
}
