/** What a column of a roster holds. There may be several of guardians' e-mail addresses, one of each other. */
export type RosterField =
  'externalId' | 'firstName' | 'middleName' | 'lastName' | 'name' | 'birthDate' | 'className' | 'guardianEmail';

/** Headers as schools' systems write them, in small letters and without anything but letters and digits. */
const headersOf: Readonly<Record<Exclude<RosterField, 'guardianEmail'>, readonly string[]>> = {
  externalId: ['elevid', 'elevnummer', 'elevnr', 'elevsid', 'id', 'pupilid', 'studentid'],
  firstName: ['fornavn', 'elevensfornavn', 'firstname', 'givenname'],
  middleName: ['mellomnavn', 'middlename'],
  lastName: ['etternavn', 'elevensetternavn', 'lastname', 'surname', 'familyname'],
  name: ['navn', 'elevnavn', 'elev', 'fulltnavn', 'elevensnavn', 'name', 'fullname'],
  birthDate: ['fødselsdato', 'fodselsdato', 'foedselsdato', 'født', 'fødtdato', 'birthdate', 'dateofbirth'],
  className: ['klasse', 'gruppe', 'klassenavn', 'klassegruppe', 'basisgruppe', 'kontaktgruppe', 'class', 'group'],
};
const guardianEmail =
  /^(foresatt|foresatte|foresattes|forelder|mor|far|guardian)\d*(epost|epostadresse|mail|email)\d*$/;
const guardianEmailReversed = /^(epost|epostadresse|mail|email)(foresatt|foresatte|forelder|mor|far|guardian)\d*$/;

/** The field that a header names; undefined for a column that the product does not read. */
export function fieldOfHeader(header: string): RosterField | undefined {
  const plain = header
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^a-zæøå0-9]/g, '');
  if (guardianEmail.test(plain) || guardianEmailReversed.test(plain)) return 'guardianEmail';
  for (const field of singleFields) if (headersOf[field].includes(plain)) return field;
  return undefined;
}

const singleFields = [
  'externalId',
  'firstName',
  'middleName',
  'lastName',
  'name',
  'birthDate',
  'className',
] as const satisfies readonly RosterField[];

/** A field that two columns claim; undefined when every column is its own. */
export function fieldNamedTwice(fields: readonly (RosterField | undefined)[]): RosterField | undefined {
  return singleFields.find((field) => fields.filter((candidate) => candidate === field).length > 1);
}

/** What the columns lack: a name, a class, or something to know a pupil by. */
export function missingColumns(fields: readonly (RosterField | undefined)[]): string[] {
  const has = (field: RosterField): boolean => fields.includes(field);
  return [
    ...(has('name') || (has('firstName') && has('lastName')) ? [] : ['name']),
    ...(has('className') ? [] : ['className']),
    ...(has('externalId') || has('birthDate') ? [] : ['externalId']),
  ];
}
