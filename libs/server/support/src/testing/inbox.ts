import { newId } from '@kantinekortet/platform';
import type { Answer, HttpClient, TestApi } from '@kantinekortet/platform/testing';
import {
  aCard,
  aPupil,
  aSchool,
  makeGuardian,
  signedInGuardian,
  signedInSupport,
  type TestCard,
  type TestPerson,
  type TestPupil,
} from '@kantinekortet/testing';
import type { ContactAnswer } from '../contact/contact.dto.ts';
import type { CaseDto, CasePage, CaseView } from '../office/case.dto.ts';

/** A family and the school it writes to. */
export class Inbox {
  readonly api: TestApi;
  readonly schoolId: string;
  readonly pupil: TestPupil;
  readonly card: TestCard;
  readonly guardian: { readonly person: TestPerson; readonly browser: HttpClient };
  readonly support: { readonly person: TestPerson; readonly browser: HttpClient };

  private constructor(
    api: TestApi,
    pupil: TestPupil,
    card: TestCard,
    guardian: Inbox['guardian'],
    support: Inbox['support'],
  ) {
    this.api = api;
    this.schoolId = pupil.schoolId;
    this.pupil = pupil;
    this.card = card;
    this.guardian = guardian;
    this.support = support;
  }

  static async open(api: TestApi): Promise<Inbox> {
    const school = await aSchool(api);
    const pupil = await aPupil(api, school.id);
    const guardian = await signedInGuardian(api);
    await makeGuardian(api, pupil, guardian.person.id);
    const card = await aCard(api, school.id, pupil.id);
    return new Inbox(api, pupil, card, guardian, await signedInSupport(api, school.id));
  }

  /** A form of somebody who is not signed in. */
  form(change: object = {}): Record<string, unknown> {
    const sender = { name: 'Farmor Åse', email: `${newId()}@example.no`, language: 'nb' };
    return {
      id: newId(),
      schoolId: this.schoolId,
      topic: 'other',
      message: 'Hei. Når åpner kantina?',
      ...sender,
      ...change,
    };
  }

  write(form = this.form()): Promise<Answer<ContactAnswer & { code?: string }>> {
    return this.api.browser('parent-portal').post('support-cases', form);
  }

  /** A form of the signed-in guardian about the child. */
  writeSignedIn(change: object = {}): Promise<Answer<ContactAnswer & { code?: string }>> {
    const form = { id: newId(), topic: 'other', message: 'Hei!', pupilId: this.pupil.id, ...change };
    return this.guardian.browser.post('guardians/me/support-cases', form);
  }

  async list(view: CaseView = 'unassigned', query = ''): Promise<CasePage['items']> {
    const path = `schools/${this.schoolId}/support-cases?view=${view}&query=${encodeURIComponent(query)}`;
    return (await this.support.browser.get<CasePage>(path)).body.items;
  }

  path(caseId: string): string {
    return `schools/${this.schoolId}/support-cases/${caseId}`;
  }

  async get(caseId: string): Promise<CaseDto> {
    return (await this.support.browser.get<CaseDto>(this.path(caseId))).body;
  }

  reply(caseId: string, change: object = {}): Promise<Answer<CaseDto & { code?: string; lastSeq?: number }>> {
    const message = { id: newId(), kind: 'reply', body: 'Kantina åpner kl. 11.', seenSeq: 1, ...change };
    return this.support.browser.post(`${this.path(caseId)}/messages`, message);
  }
}
