import { newId } from '@kantinekortet/platform';
import { aPicture } from './scene-case.ts';
import { everyone, family, guardians, staff, type RouteLine } from './who-may.ts';

const aFile = { query: 'fileName=a.png', contentType: 'application/octet-stream', body: () => aPicture };

/** Kontakt: what people write to a school, and the school's inbox. */
export const caseRoutes: Readonly<Record<string, RouteLine>> = {
  'GET /support-cases/schools': everyone,
  'POST /support-cases': {
    ...everyone,
    body: ({ ids }) => ({ ...aQuestion(), schoolId: ids['schools'], name: 'Kari', email: anEmail(), language: 'nb' }),
  },
  'POST /support-cases/thread': { ...everyone, body: ({ ids }) => ({ key: ids['caseKey'] }) },
  'POST /support-cases/thread/messages': { ...everyone, body: ({ ids }) => ({ ...aMessage(), key: ids['caseKey'] }) },
  // Without the key in its header: nobody gets in.
  'POST /support-cases/thread/attachments': {
    may: [],
    refusals: [404],
    ...aFile,
  },
  'GET /support-cases/thread/attachments/{attachmentId}': { may: [], refusals: [404] },
  'GET /guardians/me/support-cases': guardians,
  'POST /guardians/me/support-cases': { ...family, body: ({ ids }) => ({ ...aQuestion(), pupilId: ids['pupils'] }) },
  'GET /guardians/me/support-cases/{id}': family,
  'POST /guardians/me/support-cases/{id}/messages': { ...family, body: aMessage },
  'POST /guardians/me/support-cases/{id}/attachments': { ...family, ...aFile },
  'GET /guardians/me/support-cases/{id}/attachments/{attachmentId}': family,
  'GET /schools/{schoolId}/support-cases': staff,
  'GET /schools/{schoolId}/support-cases/counts': staff,
  'GET /schools/{schoolId}/support-cases/{id}': staff,
  'PATCH /schools/{schoolId}/support-cases/{id}': { ...staff, body: () => ({ isUrgent: true, status: 'waiting' }) },
  'POST /schools/{schoolId}/support-cases/{id}/messages': {
    ...staff,
    body: () => ({ ...aMessage(), kind: 'note', seenSeq: 99 }),
  },
  // One's own only.
  'DELETE /schools/{schoolId}/support-cases/{id}/messages/{messageId}': { may: ['support'] },
  'POST /schools/{schoolId}/support-cases/{id}/confirm-loss': {
    ...staff,
    body: ({ pupilCard: { id } }) => ({ cardId: id }),
  },
  'POST /schools/{schoolId}/support-cases/{id}/attachments': { ...staff, ...aFile },
  'GET /schools/{schoolId}/support-cases/{id}/attachments/{attachmentId}': staff,
};

function aQuestion() {
  return { id: newId(), topic: 'other', message: 'Når åpner kantina?' };
}

function aMessage() {
  return { id: newId(), body: 'Hei igjen' };
}

function anEmail(): string {
  return `${newId()}@example.no`;
}
