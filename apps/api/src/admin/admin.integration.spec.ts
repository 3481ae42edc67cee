import { IdentityModule } from '@kantinekortet/identity';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { mailsTo } from '@kantinekortet/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAdmin } from './run-admin.ts';

const id = /[0-9a-f]{8}-[0-9a-f-]{27}/;

describe('the operator', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ imports: [IdentityModule] });
  });
  afterAll(() => api.close());

  const admin = (...args: string[]) => runAdmin(args, () => api.config);
  const idIn = ({ lines }: { lines: readonly string[] }) => id.exec(lines.join(' '))?.[0] ?? '';

  it('makes a merchant, a school and its first office by commands', async () => {
    const merchant = await admin('create-merchant', '--name', 'Fjordby', '--organisation-number', '974 760 673');
    expect(merchant).toMatchObject({ exitCode: 0, lines: [expect.stringMatching(/^Merchant .* is made\.$/)] });
    const school = await admin('create-school', '--merchant', idIn(merchant), '--name', 'Fjordby skole');
    const schoolId = idIn(school);
    expect((await admin('list-schools')).lines).toEqual([
      `${schoolId}  Fjordby skole  (merchant ${idIn(merchant)}, Fjordby, 974760673)`,
    ]);
    const invited = await admin('invite-office', '--school', schoolId, '--email', 'rektor@example.no');
    const [mail] = await mailsTo(api, 'rektor@example.no');
    expect(invited.lines).toEqual([expect.stringContaining('rektor@example.no is invited'), mail?.action?.url]);
  });

  it('connects a merchant to its provider by a file of keys, and learns where webhooks go', async () => {
    const merchant = await admin('create-merchant', '--name', 'Solvik', '--organisation-number', '314 209 516');
    const directory = mkdtempSync(join(tmpdir(), 'kantinekortet-admin-'));
    const file = join(directory, 'keys.json');
    const connect = () =>
      admin('connect-provider', '--merchant', idIn(merchant), '--provider', 'stripe', '--credentials', file);
    try {
      expect(await connect()).toMatchObject({ exitCode: 1, lines: [expect.stringContaining('cannot be read')] });
      writeFileSync(file, '{"secretKey":"sk_test_1"}');
      expect(await connect()).toMatchObject({ exitCode: 1, lines: [expect.stringContaining('webhookSecret')] });
      writeFileSync(file, '{"secretKey":"sk_test_1","webhookSecret":"whsec_1"}');
      const connected = await connect();
      expect(connected.lines[1]).toMatch(/^http:\/\/localhost:4201\/api\/v1\/payment-events\/stripe\/[0-9a-f-]{36}$/);
      expect(await connect()).toEqual(connected);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it('gets help without a command and for each command', async () => {
    for (const outcome of [await admin(), await admin('help'), await admin('--help')]) {
      expect(outcome.exitCode).toBe(0);
      expect(outcome.lines.join('\n')).toContain('invite-office');
    }
    expect((await admin('create-merchant', '--help')).lines.join('\n')).toContain('[--address <address>]');
  });

  it.each([
    [['fly'], 2, 'There is no command fly.'],
    [['create-merchant', '--name', 'X'], 2, '--organisation-number is missing.'],
    [['create-school', '--colour', 'red'], 2, "Unknown option '--colour'"],
    [['create-school', '--merchant', '42', '--name', 'X'], 1, '42 is not an id.'],
    [['create-merchant', '--name', ' ', '--organisation-number', '1'], 1, '--name is empty.'],
    [['create-merchant', '--name', 'X', '--organisation-number', '123456789'], 1, 'not an organisation number'],
    [['invite-office', '--school', '019a0000-0000-7000-8000-000000000000', '--email', 'x'], 1, 'x is not an e-mail'],
    [
      ['invite-office', '--school', '019a0000-0000-7000-8000-000000000000', '--email', 'x@example.no'],
      1,
      'There is no such school.',
    ],
    [
      ['invite-office', '--school', '019a0000-0000-7000-8000-000000000000', '--email', 'x@y.no', '--language', 'sv'],
      1,
      'The language is one of nb, nn, en.',
    ],
  ])('is told what is wrong with %j', async (args, exitCode, sentence) => {
    const outcome = await admin(...args);
    expect(outcome.exitCode).toBe(exitCode);
    expect(outcome.lines[0]).toContain(sentence);
  });
});
