import { newId, type Language } from '@kantinekortet/platform';
import type { TestApi } from '@kantinekortet/platform/testing';
import { hash } from '@node-rs/argon2';

export interface TestPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  /** What every person made here signs in with. */
  readonly password: string;
}

const password = 'sjiraff på trommesykkel 42';
let passwordHash: Promise<string> | undefined;
let madePeople = 0;

/** A person with a verified e-mail. */
export async function aPerson(api: TestApi, given: Partial<Omit<TestPerson, 'password'>> = {}): Promise<TestPerson> {
  madePeople += 1;
  passwordHash ??= hash(password);
  const person: TestPerson = {
    id: given.id ?? newId(),
    name: given.name ?? `Person ${madePeople}`,
    email: given.email ?? `person${madePeople}@example.no`,
    language: given.language ?? 'nb',
    password,
  };
  await api.database.query(
    `INSERT INTO person (id, email, name, language, password_hash, created_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [person.id, person.email, person.name, person.language, await passwordHash, api.clock.now()],
  );
  return person;
}
