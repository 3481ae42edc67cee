import { Passwords, Sessions, type PersonApp } from '@kantinekortet/identity';
import { Database, newId } from '@kantinekortet/platform';
import type { HttpClient } from '@kantinekortet/platform/testing';
import type { DemoApi } from './demo-api.ts';
import { demoPassword, type DemoPerson } from './demo-data.ts';

/** Makes a person whose e-mail is verified already: nobody reads these mailboxes. Answers the id. */
export async function makePerson(api: DemoApi, { name, email, language }: DemoPerson): Promise<string> {
  const id = newId();
  const passwordHash = await api.service(Passwords).hash(demoPassword);
  await api
    .service(Database)
    .query('INSERT INTO person (id, email, name, language, password_hash) VALUES ($1, $2, $3, $4, $5)', [
      id,
      email,
      name,
      language,
      passwordHash,
    ]);
  return id;
}

export async function makeOffice(api: DemoApi, schoolId: string, personId: string): Promise<void> {
  await api
    .service(Database)
    .query(`INSERT INTO staff_role (school_id, person_id, role) VALUES ($1, $2, 'office')`, [schoolId, personId]);
}

/** A browser in which the person is signed in. */
export async function signedIn(api: DemoApi, app: PersonApp, personId: string): Promise<HttpClient> {
  const browser = api.browser(app);
  const { cookie } = await api
    .service(Database)
    .transaction((tx) => api.service(Sessions).open(tx, { kind: 'person', app, personId }));
  browser.receiveCookie(cookie);
  return browser;
}
