import { newId } from '@kantinekortet/platform';
import type { HttpClient, TestApi } from '@kantinekortet/platform/testing';
import { mailsTo, type SignedIn, type TestPupil } from '@kantinekortet/testing';
import { good } from '../demo/demo-api.ts';
import type { WithId } from './scene-canteen.ts';

/** The first bytes of a PNG: enough to be taken for one. */
export const aPicture = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/**
 * A case of a guardian, with a file that an answer brought, an answer of customer service that has not left, and the key
 * that the guardian got by mail.
 */
export async function aCase(api: TestApi, pupil: TestPupil, { browser, person }: SignedIn, support: HttpClient) {
  const id = newId();
  const question = { id, topic: 'other', message: 'Når åpner kantina?', pupilId: pupil.id };
  await good(browser.post('guardians/me/support-cases', question));
  const path = `schools/${pupil.schoolId}/support-cases/${id}`;
  const bytes = { 'content-type': 'application/octet-stream' };
  const file = await good(support.request<WithId>('POST', `${path}/attachments?fileName=a.png`, aPicture, bytes));
  const reply = { kind: 'reply', body: 'Kl. 11.', seenSeq: 2 };
  await good(support.post(`${path}/messages`, { ...reply, id: newId(), fileIds: [file.id] }));
  api.clock.advance(10_000);
  await mailsTo(api, person.email);
  const messageId = newId();
  await good(support.post(`${path}/messages`, { ...reply, id: messageId }));
  const receipt = (await mailsTo(api, person.email)).at(-1);
  const caseKey = new URL(receipt?.action?.url ?? 'none:').hash.replace('#sak=', '');
  return { 'support-cases': id, messages: messageId, attachments: file.id, caseKey };
}
