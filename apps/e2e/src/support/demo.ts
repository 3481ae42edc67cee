import { readFileSync } from 'node:fs';

interface Account {
  readonly email: string;
  readonly password: string;
}

const file = process.env['KK_DEMO_FILE'];
if (file === undefined) throw new Error('KK_DEMO_FILE is missing: run the stories with `npm run stories`');
const described: unknown = JSON.parse(readFileSync(file, 'utf8'));

/** Where the stack of this run is, and who is there already: two schools with an office and a guardian each. */
export const demo = {
  parentUrl: text(described, 'parentUrl'),
  officeUrl: text(described, 'officeUrl'),
  checkoutUrl: text(described, 'checkoutUrl'),
  mailUrl: text(described, 'mailUrl'),
  sandboxUrl: text(described, 'sandboxUrl'),
  supportSmtpUrl: text(described, 'supportSmtpUrl'),
  supportEmail: text(described, 'supportEmail'),
  ownerDatabaseUrl: text(described, 'ownerDatabaseUrl'),
  firstOffice: account('office1'),
  secondOffice: account('office2'),
  firstGuardian: account('guardian1'),
};

function account(name: string): Account {
  const found = member(member(described, 'accounts'), name);
  return { email: text(found, 'email'), password: text(found, 'password') };
}

function text(of: unknown, name: string): string {
  const value = member(of, name);
  if (typeof value !== 'string') throw new Error(`${name} is missing in ${file ?? ''}`);
  return value;
}

function member(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Object.entries(of).find(([key]) => key === name)?.[1] : undefined;
}
