import type { Merchant } from './merchants.ts';

export interface SandboxSettings {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Where browsers find the sandbox; its own address when absent. */
  publicUrl?: string;
  /** Where payments are remembered; in memory only when absent. */
  dataDir?: string;
  /** How long the bank of a slow card thinks. */
  slowMs: number;
  /** How often time passes: retries of webhooks, slow answers, expiry. */
  tickMs: number;
  merchants: readonly Merchant[];
}

/** Reads the settings from the environment. Throws when this is production: play money must not exist there. */
export function readSettings(env: NodeJS.ProcessEnv): SandboxSettings {
  if (env['NODE_ENV'] === 'production') {
    throw new Error('The payment sandbox does not start with NODE_ENV=production: its payments are not real.');
  }
  return {
    host: env['HOST'] ?? '127.0.0.1',
    port: wholeNumber(env, 'PORT', 4400),
    ...(env['SANDBOX_PUBLIC_URL'] === undefined ? {} : { publicUrl: env['SANDBOX_PUBLIC_URL'].replace(/\/$/, '') }),
    ...(env['SANDBOX_DATA_DIR'] === undefined ? {} : { dataDir: env['SANDBOX_DATA_DIR'] }),
    slowMs: wholeNumber(env, 'SANDBOX_SLOW_MS', 8_000),
    tickMs: wholeNumber(env, 'SANDBOX_TICK_MS', 250),
    merchants: merchantsOf(env['SANDBOX_MERCHANTS'] ?? '[]'),
  };
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} must be a whole number, not "${text}".`);
  return Number(text);
}

function merchantsOf(json: string): Merchant[] {
  const list: unknown = JSON.parse(json);
  if (!Array.isArray(list)) throw new Error('SANDBOX_MERCHANTS must be a JSON list of merchants.');
  return list.map((merchant) => parseMerchant(merchant));
}

/** Reads a merchant from JSON. Throws an Error that says what is missing. */
export function parseMerchant(value: unknown): Merchant {
  const { id, provider, displayName, webhookUrl, credentials } = isRecord(value) ? value : {};
  if (typeof id !== 'string' || typeof provider !== 'string' || typeof displayName !== 'string') {
    throw new Error('A merchant needs id, provider and displayName.');
  }
  if (typeof webhookUrl !== 'string' || !URL.canParse(webhookUrl)) {
    throw new Error(`The merchant ${id} needs a webhookUrl.`);
  }
  if (!isRecord(credentials)) throw new Error(`The merchant ${id} needs credentials.`);
  const secrets = Object.entries(credentials).map(([name, secret]): [string, string] => [name, String(secret)]);
  return { id, provider, displayName, webhookUrl, credentials: Object.fromEntries(secrets) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
