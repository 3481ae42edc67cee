import { InstallationService } from '@kantinekortet/identity';
import { Database } from '@kantinekortet/platform';
import { PaymentProviders } from '@kantinekortet/providers';
import type { DemoApi } from './demo-api.ts';
import type { DemoSchool } from './demo-data.ts';

interface Addresses {
  readonly apiUrl: string;
  readonly sandboxUrl: string;
}

/** Play keys, different for each merchant, so that the sandbox tells them apart. */
function credentialsOf({ organisationNumber }: DemoSchool['merchant']): Record<'secretKey' | 'webhookSecret', string> {
  return { secretKey: `sk_test_demo${organisationNumber}`, webhookSecret: `whsec_demo${organisationNumber}` };
}

/** Makes the merchant and its school, and connects it to the payment sandbox. Answers the school's id. */
export async function makeSchool(api: DemoApi, school: DemoSchool, addresses: Addresses): Promise<string> {
  const installation = api.service(InstallationService);
  const merchantId = await installation.createMerchant(school.merchant);
  const schoolId = await installation.createSchool(merchantId, school.name);
  await connect(api, merchantId, school, addresses);
  return schoolId;
}

/** Tells the sandbox where this merchant's webhooks go now; ports may differ from the last start. */
export async function reconnect(api: DemoApi, school: DemoSchool, addresses: Addresses): Promise<void> {
  const [merchant] = await api
    .service(Database)
    .query<{ id: string }>('SELECT id FROM merchant WHERE organisation_number = $1', [
      school.merchant.organisationNumber,
    ]);
  if (merchant) await connect(api, merchant.id, school, addresses);
}

async function connect(api: DemoApi, merchantId: string, school: DemoSchool, addresses: Addresses): Promise<void> {
  const credentials = credentialsOf(school.merchant);
  const provider = 'stripe';
  const { merchantKey } = await api.service(Database).transaction((tx) =>
    api.service(PaymentProviders).connect(tx, {
      merchantId,
      provider,
      credentials: { ...credentials, apiUrl: addresses.sandboxUrl },
    }),
  );
  const response = await fetch(`${addresses.sandboxUrl}/control/merchants`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      id: merchantId,
      provider,
      displayName: school.merchant.name,
      webhookUrl: `${addresses.apiUrl}/api/v1/payment-events/${provider}/${merchantKey}`,
      credentials,
    }),
  });
  if (!response.ok) throw new Error(`The payment sandbox refused the merchant: ${await response.text()}`);
}
