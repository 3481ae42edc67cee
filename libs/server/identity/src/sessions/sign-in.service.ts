import { Injectable } from '@nestjs/common';
import { Database } from '@kantinekortet/platform';
import type { PersonApp } from '../access/apps.ts';
import type { PersonPrincipal } from '../access/principal.ts';
import { toPersonView } from '../people/people.dto.ts';
import { NoRole } from '../people/people.errors.ts';
import { People } from '../people/people.ts';
import type { SessionView } from './sessions.dto.ts';
import { Sessions } from './sessions.ts';

/** Signing in and out, once the password was judged. */
@Injectable()
export class SignInService {
  private readonly database: Database;
  private readonly people: People;
  private readonly sessions: Sessions;

  constructor(database: Database, people: People, sessions: Sessions) {
    this.database = database;
    this.people = people;
    this.sessions = sessions;
  }

  /**
   * Opens a session under a new token and ends the one that the browser held before, so that no one can plant a token
   * (session fixation, OWASP ASVS 5.0 §7.2.4). Throws NoRole.
   */
  async signIn(
    personId: string,
    app: PersonApp,
    heldToken: string | undefined,
  ): Promise<{ view: SessionView; cookie: string }> {
    const view = await this.show(personId, app);
    if (app === 'admin-office' && view.roles.length === 0) throw new NoRole();
    const { cookie } = await this.database.transaction(async (tx) => {
      if (heldToken !== undefined) await this.sessions.endToken(tx, heldToken);
      return this.sessions.open(tx, { kind: 'person', app, personId });
    });
    return { view, cookie };
  }

  async show(personId: string, app: PersonApp): Promise<SessionView> {
    const person = await this.people.get(personId);
    return { person: toPersonView(person), roles: await this.people.rolesOf(personId, app) };
  }

  async signOut({ sessionId }: PersonPrincipal): Promise<void> {
    await this.database.transaction((tx) => this.sessions.end(tx, sessionId));
  }

  /** In every app and on every device, this one too, at once. */
  async signOutEverywhere({ personId }: PersonPrincipal): Promise<void> {
    await this.database.transaction((tx) => this.sessions.endAllOfPerson(tx, personId));
  }
}
