import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { aSchool } from '@kantinekortet/testing';
import { PaymentProviders } from './payment-providers.ts';
import { ProviderNotConnected, UnknownMerchantKey } from './provider.errors.ts';
import { ProvidersModule } from './providers.module.ts';
import { PaymentSandbox, aCardMerchant } from './testing/index.ts';

describe('the accounts of merchants with payment providers', () => {
  let api: TestApi;
  let sandbox: PaymentSandbox;
  let providers: PaymentProviders;
  beforeAll(async () => {
    [api, sandbox] = await Promise.all([startTestApi({ imports: [ProvidersModule] }), PaymentSandbox.start()]);
    providers = api.get(PaymentProviders);
  });
  afterAll(async () => {
    await Promise.all([api.close(), sandbox.stop()]);
  });

  const connect = async (known?: string) => {
    const merchantId = known ?? (await aSchool(api)).merchantId;
    const { provider, credentials } = aCardMerchant(sandbox);
    const connection = { merchantId, provider, credentials };
    const { merchantKey } = await api.database.transaction((tx) => providers.connect(tx, connection));
    return { ...connection, merchantKey };
  };

  it('are found by merchant and by the key in the webhook address', async () => {
    const { merchantId, provider, merchantKey } = await connect();
    expect((await providers.accountOf(merchantId, provider)).name).toBe(provider);
    expect(await providers.merchantOfWebhook(provider, merchantKey)).toMatchObject({ merchantId });
  });

  it('keep their webhook address when their credentials change, and use the new ones', async () => {
    const first = await connect();
    const before = await providers.accountOf(first.merchantId, first.provider);
    const second = await connect(first.merchantId);
    expect(second.merchantKey).toBe(first.merchantKey);
    expect(await providers.accountOf(first.merchantId, first.provider)).not.toBe(before);
  });

  it('are sealed: the table holds no secret in clear', async () => {
    const { merchantId, credentials } = await connect();
    const [row] = await api.database.query<{ sealed_credentials: Buffer }>(
      'SELECT sealed_credentials FROM merchant_provider WHERE merchant_id = $1',
      [merchantId],
    );
    expect(row?.sealed_credentials.includes(credentials['secretKey'] ?? '')).toBe(false);
  });

  it('are refused for a merchant, a key or a provider that is not there', async () => {
    const { merchantId, provider, merchantKey } = await connect();
    await expect(providers.accountOf(newId(), provider)).rejects.toBeInstanceOf(ProviderNotConnected);
    await expect(providers.accountOf(merchantId, 'nobody')).rejects.toBeInstanceOf(ProviderNotConnected);
    await expect(providers.merchantOfWebhook(provider, newId())).rejects.toBeInstanceOf(UnknownMerchantKey);
    await expect(providers.merchantOfWebhook('nobody', merchantKey)).rejects.toBeInstanceOf(UnknownMerchantKey);
  });

  it('are not made with wrong credentials or an unknown provider', async () => {
    const { provider } = aCardMerchant(sandbox);
    const attempt = (name: string) =>
      api.database.transaction((tx) =>
        providers.connect(tx, { merchantId: newId(), provider: name, credentials: { secretKey: 'secret' } }),
      );
    await expect(attempt(provider)).rejects.toThrow('secretKey must look like');
    await expect(attempt('nobody')).rejects.toThrow('There is no payment provider nobody');
  });
});
