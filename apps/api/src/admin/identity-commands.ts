import { InstallationService, OperatorMistake } from '@kantinekortet/identity';
import { languages } from '@kantinekortet/platform';
import { isEmail } from 'class-validator';
import { checkId, given, type AdminCommand } from './command.ts';

const checkEmail = (value: string) => {
  if (!isEmail(value)) throw new OperatorMistake(`${value} is not an e-mail address.`);
};

/** Merchants, schools and the first of each office. */
export const identityCommands: readonly AdminCommand[] = [
  {
    name: 'create-merchant',
    summary: 'Make a merchant: who receives the money of its schools',
    options: {
      name: { value: '<name>', isRequired: true },
      'organisation-number': { value: '<nine digits>', isRequired: true },
      address: { value: '<address>', isRequired: false },
    },
    async run(service, values) {
      const id = await service(InstallationService).createMerchant({
        name: given(values, 'name'),
        organisationNumber: given(values, 'organisation-number').replaceAll(' ', ''),
        address: values['address'],
      });
      return [`Merchant ${id} is made.`];
    },
  },
  {
    name: 'create-school',
    summary: 'Make a school of a merchant, with its ledger',
    options: {
      merchant: { value: '<merchant id>', isRequired: true, check: checkId },
      name: { value: '<name>', isRequired: true },
    },
    async run(service, values) {
      const id = await service(InstallationService).createSchool(given(values, 'merchant'), given(values, 'name'));
      return [`School ${id} is made.`];
    },
  },
  {
    name: 'invite-office',
    summary: 'Invite the first of a school’s office; the link is mailed, and printed here',
    options: {
      school: { value: '<school id>', isRequired: true, check: checkId },
      email: { value: '<e-mail>', isRequired: true, check: checkEmail },
      language: { value: languages.join('|'), isRequired: false },
    },
    async run(service, values) {
      const language = languages.find((known) => known === (values['language'] ?? 'nb'));
      if (!language) throw new OperatorMistake(`The language is one of ${languages.join(', ')}.`);
      const [schoolId, email] = [given(values, 'school'), given(values, 'email')];
      const url = await service(InstallationService).inviteOffice(schoolId, email, language);
      return [`${email} is invited. The link works for seven days:`, url];
    },
  },
  {
    name: 'list-schools',
    summary: 'List schools and merchants with their ids',
    options: {},
    async run(service) {
      const schools = await service(InstallationService).listSchools();
      if (schools.length === 0) return ['There is no school yet.'];
      return schools.map(
        ({ id, name, merchantId, merchantName, organisationNumber }) =>
          `${id}  ${name}  (merchant ${merchantId}, ${merchantName}, ${organisationNumber})`,
      );
    },
  },
];
