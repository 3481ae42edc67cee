import type { StackSecrets } from './data-directory.ts';
import type { Ports } from './ports.ts';

/** The address of the demonstration's Kontakt. */
export const supportEmail = 'kontakt@kantinekortet.example';

export interface Addresses {
  readonly apiUrl: string;
  readonly parentUrl: string;
  readonly officeUrl: string;
  readonly checkoutUrl: string;
  /** The mail catcher's page; its REST interface is at `/api/email`. */
  readonly mailUrl: string;
  readonly sandboxUrl: string;
  /** Takes mail to the support address, by SMTP. */
  readonly supportSmtpUrl: string;
  /** As the role that owns nothing. */
  readonly databaseUrl: string;
  /** As the role that migrations run as. */
  readonly ownerDatabaseUrl: string;
}

/** Screens are at `localhost`, which browsers trust with secure cookies, cameras and passkeys. */
export function addressesOf(ports: Ports, { appPassword, ownerPassword }: StackSecrets): Addresses {
  const page = (port: number): string => `http://localhost:${port}`;
  const database = (role: string, password: string): string =>
    `postgres://${role}:${password}@127.0.0.1:${ports.postgres}/kantinekortet`;
  return {
    apiUrl: `http://127.0.0.1:${ports.api}`,
    parentUrl: page(ports.parent),
    officeUrl: page(ports.office),
    checkoutUrl: page(ports.checkout),
    mailUrl: page(ports.mail),
    sandboxUrl: page(ports.sandbox),
    supportSmtpUrl: `smtp://127.0.0.1:${ports.supportSmtp}`,
    databaseUrl: database('kantinekortet_app', appPassword),
    ownerDatabaseUrl: database('kantinekortet_owner', ownerPassword),
  };
}
