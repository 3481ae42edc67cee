import { Injectable } from '@nestjs/common';

const roles = ['api', 'worker', 'all'] as const;
type Role = (typeof roles)[number];

interface SupportSmtp {
  readonly host: string;
  readonly port: number;
  /** What the mail server in front calls itself in Authentication-Results (RFC 8601); without it no sender is proven. */
  readonly authservId: string | undefined;
}

/** What the environment says, checked once at start. Secrets are read here and never logged. */
@Injectable()
export class Config {
  readonly isProduction: boolean;
  /** Which part this process plays: the REST API, the worker behind it, or both. */
  readonly role: Role;
  readonly host: string;
  readonly port: number;
  /** PostgreSQL as the role that owns nothing. */
  readonly databaseUrl: string;
  readonly databasePoolSize: number;
  readonly parentUrl: string;
  readonly officeUrl: string;
  readonly checkoutUrl: string;
  readonly smtpUrl: string;
  readonly mailFrom: string;
  readonly supportEmail: string;
  /** Where mail to the support address is taken; undefined takes none. Port 0 takes a free one. */
  readonly supportSmtp: SupportSmtp | undefined;
  /** 32 bytes from which every other key is derived. */
  readonly secretKey: Buffer;
  readonly logLevel: string;
  /** True when a proxy in front sets X-Forwarded-For. */
  readonly trustProxy: boolean;
  /** The payment sandbox, for demonstration and tests only. */
  readonly paymentSandboxUrl: string | undefined;

  constructor(env: NodeJS.ProcessEnv) {
    const read = new EnvironmentReader(env);
    this.isProduction = env['NODE_ENV'] === 'production';
    this.role = read.oneOf('ROLE', roles, 'all');
    this.host = read.text('HOST', '127.0.0.1');
    this.port = read.integer('PORT', 4200);
    this.databaseUrl = read.text('DATABASE_URL');
    this.databasePoolSize = read.integer('DATABASE_POOL_SIZE', 10);
    this.parentUrl = read.text('PARENT_URL');
    this.officeUrl = read.text('OFFICE_URL');
    this.checkoutUrl = read.text('CHECKOUT_URL');
    this.smtpUrl = read.text('SMTP_URL');
    this.mailFrom = read.text('MAIL_FROM');
    this.supportEmail = read.text('SUPPORT_EMAIL', this.mailFrom);
    this.supportSmtp = env['SUPPORT_SMTP_PORT']
      ? {
          host: read.text('SUPPORT_SMTP_HOST', '127.0.0.1'),
          port: read.integer('SUPPORT_SMTP_PORT', 0),
          authservId: env['SUPPORT_SMTP_AUTHSERV_ID'] || undefined,
        }
      : undefined;
    this.secretKey = Buffer.from(read.text('SECRET_KEY'), 'base64');
    this.logLevel = read.text('LOG_LEVEL', 'info');
    this.trustProxy = read.oneOf('TRUST_PROXY', ['true', 'false'] as const, 'false') === 'true';
    this.paymentSandboxUrl = env['PAYMENT_SANDBOX_URL'];
    if (this.secretKey.length !== 32) read.problems.push('SECRET_KEY must be 32 bytes in base64');
    if (this.isProduction) read.problems.push(...this.problemsOfProduction());
    if (read.problems.length > 0) throw new Error(`The environment is not complete:\n- ${read.problems.join('\n- ')}`);
  }

  private *problemsOfProduction(): Generator<string> {
    if (this.paymentSandboxUrl) yield 'PAYMENT_SANDBOX_URL must not be set in production';
    // 32 random bytes have 25 different values or more; a word, a pattern or zeros have few.
    if (this.secretKey.length === 32 && new Set(this.secretKey).size < 20)
      yield 'SECRET_KEY must be random: openssl rand -base64 32';
    for (const [name, url] of [
      ['PARENT_URL', this.parentUrl],
      ['OFFICE_URL', this.officeUrl],
      ['CHECKOUT_URL', this.checkoutUrl],
    ] as const) {
      // Without HTTPS no browser keeps a session: its cookie is Secure.
      if (url !== '' && !url.startsWith('https://')) yield `${name} must begin with https://`;
    }
  }
}

class EnvironmentReader {
  readonly problems: string[] = [];
  private readonly env: NodeJS.ProcessEnv;

  constructor(env: NodeJS.ProcessEnv) {
    this.env = env;
  }

  text(name: string, fallback?: string): string {
    const value = this.env[name] ?? fallback;
    if (value === undefined || value === '') this.problems.push(`${name} is missing`);
    return value ?? '';
  }

  integer(name: string, fallback: number): number {
    const value = Number(this.env[name] ?? fallback);
    if (!Number.isSafeInteger(value)) this.problems.push(`${name} must be a whole number`);
    return value;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const value = this.env[name] ?? fallback;
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) this.problems.push(`${name} must be one of ${allowed.join(', ')}`);
    return found ?? fallback;
  }
}
