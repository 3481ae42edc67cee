import { OperatorMistake } from '@kantinekortet/identity';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A command runs beside the API and the worker: it takes no work of theirs, and not the mail port. */
const beside = { ROLE: 'api', SUPPORT_SMTP_PORT: '' };

/**
 * The environment of the operator's commands: what is set, else that of the stack which `npm start` keeps in
 * `.kantinekortet`. Mails are only queued here; the running worker sends them. Throws OperatorMistake without either.
 */
export function operatorEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if (env['DATABASE_URL']) return { ...env, ...beside };
  const directory = resolve(env['KK_DATA_DIR'] ?? '.kantinekortet');
  const addresses = readTexts(resolve(directory, 'demo.json'));
  const secrets = readTexts(resolve(directory, 'secrets.json'));
  if (addresses.size === 0 || secrets.size === 0) {
    throw new OperatorMistake(
      'Which installation? Set the environment of the API, or start one here with `npm start`.',
    );
  }
  return {
    DATABASE_URL: addresses.get('databaseUrl'),
    PARENT_URL: addresses.get('parentUrl'),
    OFFICE_URL: addresses.get('officeUrl'),
    CHECKOUT_URL: addresses.get('checkoutUrl'),
    SECRET_KEY: secrets.get('secretKey'),
    SMTP_URL: 'smtp://127.0.0.1',
    MAIL_FROM: 'nobody@kantinekortet.example',
    ...env,
    ...beside,
  };
}

function readTexts(file: string): Map<string, string> {
  const parsed = parse(file);
  const entries = typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : [];
  return new Map(entries.map(([name, value]) => [name, String(value)]));
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
