import { Sessions, type PersonApp, type StaffRoleName } from '@kantinekortet/identity';
import type { HttpClient, TestApi } from '@kantinekortet/platform/testing';
import { aPerson, type TestPerson } from './a-person.ts';

/** A person at a browser that is signed in. */
export interface SignedIn {
  readonly person: TestPerson;
  readonly browser: HttpClient;
}

/** A guardian in the parent portal: a new person unless one is given. */
export async function signedInGuardian(api: TestApi, person?: TestPerson): Promise<SignedIn> {
  return signedIn(api, 'parent-portal', person ?? (await aPerson(api)));
}

/** Someone of a school's office, in the admin office. */
export function signedInOffice(api: TestApi, schoolId: string, person?: TestPerson): Promise<SignedIn> {
  return signedInStaff(api, schoolId, 'office', person);
}

/** Someone of a school's customer service, in the admin office. */
export function signedInSupport(api: TestApi, schoolId: string, person?: TestPerson): Promise<SignedIn> {
  return signedInStaff(api, schoolId, 'support', person);
}

/** The browser of a paired till. */
export async function pairedRegisterBrowser(api: TestApi, schoolId: string, registerId: string): Promise<HttpClient> {
  const browser = api.browser('canteen-checkout');
  const { cookie } = await api.database.transaction((tx) =>
    api.get(Sessions).open(tx, { kind: 'register', schoolId, registerId }),
  );
  browser.receiveCookie(cookie);
  return browser;
}

async function signedInStaff(
  api: TestApi,
  schoolId: string,
  role: StaffRoleName,
  given: TestPerson | undefined,
): Promise<SignedIn> {
  const person = given ?? (await aPerson(api));
  await api.database.query(
    `INSERT INTO staff_role (school_id, person_id, role, granted_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [schoolId, person.id, role, api.clock.now()],
  );
  return signedIn(api, 'admin-office', person);
}

async function signedIn(api: TestApi, app: PersonApp, person: TestPerson): Promise<SignedIn> {
  const browser = api.browser(app);
  const { cookie } = await api.database.transaction((tx) =>
    api.get(Sessions).open(tx, { kind: 'person', app, personId: person.id }),
  );
  browser.receiveCookie(cookie);
  return { person, browser };
}
