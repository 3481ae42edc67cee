import { Database } from '@kantinekortet/platform';
import { good, startDemoApi, type DemoApi } from './demo-api.ts';
import { drawPairingCode, furnishSchool } from './demo-canteen.ts';
import { demoPassword, demoPin, demoSchools, type DemoSchool } from './demo-data.ts';
import { buy, makeChild, openTill, topUp, type DemoCard } from './demo-family.ts';
import { makeSchool, reconnect } from './demo-merchant.ts';
import { makeOffice, makePerson, signedIn } from './demo-people.ts';

/**
 * Puts two demo schools into an empty database, and says on its last line, as JSON, which accounts there are. In a
 * database that has them it only draws a fresh pairing code.
 */
const addresses = { apiUrl: required('API_URL'), sandboxUrl: required('PAYMENT_SANDBOX_URL') };
const api = await startDemoApi(process.env);
try {
  const cards = (await isEmpty(api)) ? await seedAll(api) : await prepareAgain(api);
  console.log(JSON.stringify({ ...(await describe(api)), ...(cards.length > 0 && { cards }) }));
} finally {
  await api.close();
}

async function isEmpty(demo: DemoApi): Promise<boolean> {
  return (await demo.service(Database).query('SELECT 1 FROM school LIMIT 1')).length === 0;
}

async function seedAll(demo: DemoApi): Promise<DemoCard[]> {
  const cards: DemoCard[] = [];
  for (const school of demoSchools) cards.push(...(await seedSchool(demo, school)));
  return cards;
}

async function seedSchool(demo: DemoApi, school: DemoSchool): Promise<DemoCard[]> {
  const schoolId = await makeSchool(demo, school, addresses);
  const officeId = await makePerson(demo, school.office);
  await makeOffice(demo, schoolId, officeId);
  const office = await signedIn(demo, 'admin-office', officeId);
  await furnishSchool(office, schoolId, school);

  const guardianId = await makePerson(demo, school.guardian);
  const guardian = await signedIn(demo, 'parent-portal', guardianId);
  const till = await openTill(demo, await drawPairingCode(office, schoolId), demoPin);
  const cards: DemoCard[] = [];
  for (const childName of school.guardian.children) {
    const child = await makeChild(demo, { schoolId, childName, guardianId, officeId });
    await topUp(guardian, child.walletId, 30_000);
    await buy(till, child.card.token, ['Grov baguett med ost', 'Lettmelk']);
    await buy(till, child.card.token, ['Eple']);
    cards.push(child.card);
  }
  return cards;
}

async function prepareAgain(demo: DemoApi): Promise<DemoCard[]> {
  for (const school of demoSchools) await reconnect(demo, school, addresses);
  return [];
}

async function describe(demo: DemoApi): Promise<{ accounts: object; pairingCode: string }> {
  const [first] = demoSchools;
  if (!first) throw new Error('There is no demo school');
  const office = demo.browser('admin-office');
  const { roles } = await good(
    office.post<{ roles: { schoolId: string }[] }>('sessions', { email: first.office.email, password: demoPassword }),
  );
  const pairingCode = await drawPairingCode(office, roles[0]?.schoolId ?? '');
  const accounts = Object.fromEntries(
    demoSchools.flatMap(({ name, office: staff, guardian }, index) => [
      [`office${index + 1}`, { email: staff.email, password: demoPassword, label: `${name}, office` }],
      [`guardian${index + 1}`, { email: guardian.email, password: demoPassword, label: `${name}, guardian` }],
    ]),
  );
  return {
    accounts: { ...accounts, cashier: { email: 'Berit', password: demoPin, label: 'Cashier, PIN' } },
    pairingCode,
  };
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing`);
  return value;
}
