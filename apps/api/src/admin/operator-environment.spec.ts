import { expect, it } from '@jest/globals';
import { operatorEnvironment } from './operator-environment.ts';

it('leaves the mail port to the worker that an operator works beside', () => {
  const worker = { DATABASE_URL: 'postgres://database/kantinekortet', ROLE: 'worker', SUPPORT_SMTP_PORT: '2525' };
  expect(operatorEnvironment(worker)).toEqual({ ...worker, ROLE: 'api', SUPPORT_SMTP_PORT: '' });
});
