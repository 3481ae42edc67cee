import { OperatorMistake } from '@kantinekortet/identity';
import { Config, Database } from '@kantinekortet/platform';
import { PaymentProviders } from '@kantinekortet/providers';
import { readFileSync } from 'node:fs';
import { checkId, given, type AdminCommand } from './command.ts';

/** What merchants take payments by. Keys come from a file, so that they stand in no shell's history. */
export const providerCommands: readonly AdminCommand[] = [
  {
    name: 'connect-provider',
    summary: 'Connect a merchant to a payment provider, or give the connection new keys',
    options: {
      merchant: { value: '<merchant id>', isRequired: true, check: checkId },
      provider: { value: '<name>', isRequired: true },
      credentials: { value: '<JSON file>', isRequired: true },
    },
    async run(service, values) {
      const provider = given(values, 'provider');
      const credentials = readCredentials(given(values, 'credentials'));
      const connection = { merchantId: given(values, 'merchant'), provider, credentials };
      const { merchantKey } = await service(Database)
        .transaction((tx) => service(PaymentProviders).connect(tx, connection))
        .catch((error: unknown) => {
          throw new OperatorMistake(error instanceof Error ? error.message : String(error));
        });
      const address = `${service(Config).parentUrl}/api/v1/payment-events/${provider}/${merchantKey}`;
      return [`The merchant takes payments by ${provider}. Its webhooks go to:`, address];
    },
  },
];

function readCredentials(file: string): Record<string, string> {
  const parsed = parse(file);
  if (typeof parsed !== 'object' || parsed === null) throw new OperatorMistake(`${file} holds no JSON object.`);
  return Object.fromEntries(Object.entries(parsed).map(([name, value]): [string, string] => [name, String(value)]));
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new OperatorMistake(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
