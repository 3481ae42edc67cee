import { Injectable } from '@nestjs/common';
import { Database, type Language } from '@kantinekortet/platform';
import { EmailChangeService } from './email-change.service.ts';
import type { ProfileView } from './people.dto.ts';
import { People } from './people.ts';

/** What a person sees and changes of their own profile. */
@Injectable()
export class ProfileService {
  private readonly database: Database;
  private readonly people: People;
  private readonly emailChanges: EmailChangeService;

  constructor(database: Database, people: People, emailChanges: EmailChangeService) {
    this.database = database;
    this.people = people;
    this.emailChanges = emailChanges;
  }

  async show(personId: string): Promise<ProfileView> {
    const { id, name, email, language } = await this.people.get(personId);
    return { id, name, email, language, emailChangePending: await this.emailChanges.pendingEmailOf(personId) };
  }

  async change(personId: string, change: { name?: string; language?: Language }): Promise<ProfileView> {
    await this.database.transaction((tx) => this.people.update(tx, personId, change));
    return this.show(personId);
  }
}
