import { InstallationService } from '@kantinekortet/identity';
import { Database } from '@kantinekortet/platform';
import { PaymentProviders } from '@kantinekortet/providers';
import type { DemoApi } from './demo-api.ts';
import type { DemoSchool } from './demo-data.ts';

interface Addresses {
  readonly apiUrl: string;
  readonly sandboxUrl: string;
}

interface DemoConnection {
  readonly provider: string;
  /** The sandbox knows a merchant of one provider by one id. */
  readonly sandboxId: string;
  readonly credentials: Readonly<Record<string, string>>;
}

/** Play keys for each provider, different for each merchant, so that the sandbox tells them apart. */
function connectionsOf(merchantId: string, { merchant }: DemoSchool): readonly DemoConnection[] {
  const own = `demo${merchant.organisationNumber}`;
  return [
    {
      provider: 'stripe',
      sandboxId: merchantId,
      credentials: { secretKey: `sk_test_${own}`, webhookSecret: `whsec_${own}` },
    },
    {
      provider: 'vipps',
      sandboxId: `${merchantId}-app`,
      credentials: {
        clientId: `client-${own}`,
        clientSecret: `secret-${own}`,
        subscriptionKey: `key-${own}`,
        merchantSerialNumber: merchant.organisationNumber.slice(-6),
        webhookSecret: `hook-${own}`,
      },
    },
  ];
}

/** Makes the merchant and its school, and connects it to every provider of the payment sandbox. Answers the school's id. */
export async function makeSchool(api: DemoApi, school: DemoSchool, addresses: Addresses): Promise<string> {
  const installation = api.service(InstallationService);
  const merchantId = await installation.createMerchant(school.merchant);
  const schoolId = await installation.createSchool(merchantId, school.name);
  await connectAll(api, merchantId, school, addresses);
  return schoolId;
}

/** Tells the sandbox where this merchant's webhooks go now; ports may differ from the last start. */
export async function reconnect(api: DemoApi, school: DemoSchool, addresses: Addresses): Promise<void> {
  const [merchant] = await api
    .service(Database)
    .query<{ id: string }>('SELECT id FROM merchant WHERE organisation_number = $1', [
      school.merchant.organisationNumber,
    ]);
  if (merchant) await connectAll(api, merchant.id, school, addresses);
}

async function connectAll(api: DemoApi, merchantId: string, school: DemoSchool, addresses: Addresses): Promise<void> {
  for (const { provider, sandboxId, credentials } of connectionsOf(merchantId, school)) {
    const { merchantKey } = await api.service(Database).transaction((tx) =>
      api.service(PaymentProviders).connect(tx, {
        merchantId,
        provider,
        credentials: { ...credentials, apiUrl: addresses.sandboxUrl },
      }),
    );
    await register(addresses.sandboxUrl, {
      id: sandboxId,
      provider,
      displayName: school.merchant.name,
      webhookUrl: `${addresses.apiUrl}/api/v1/payment-events/${provider}/${merchantKey}`,
      credentials,
    });
  }
}

async function register(sandboxUrl: string, merchant: object): Promise<void> {
  const response = await fetch(`${sandboxUrl}/control/merchants`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(merchant),
  });
  if (!response.ok) throw new Error(`The payment sandbox refused the merchant: ${await response.text()}`);
}
