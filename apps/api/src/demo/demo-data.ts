import type { Language } from '@kantinekortet/platform';

export const demoPassword = 'sjokolademelk-og-rundstykker';
export const demoPin = '246810';

export interface DemoSchool {
  readonly merchant: { readonly name: string; readonly organisationNumber: string };
  readonly name: string;
  readonly office: DemoPerson;
  readonly guardian: DemoPerson & { readonly children: readonly string[] };
  readonly classes: readonly string[];
}

export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** Two schools of two merchants, so that everything can be tried from both sides of the wall between them. */
export const demoSchools: readonly DemoSchool[] = [
  {
    merchant: { name: 'Fjellheim kommune', organisationNumber: '313184722' },
    name: 'Fjellheim ungdomsskole',
    office: { name: 'Ingrid Kontor', email: 'kontor@fjellheim.example', language: 'nb' },
    guardian: {
      name: 'Kari Nordmann',
      email: 'kari@example.com',
      language: 'nb',
      children: ['Emma Nordmann', 'Jonas Nordmann'],
    },
    classes: ['8A', '8B', '9A'],
  },
  {
    merchant: { name: 'Solvik kommune', organisationNumber: '314209516' },
    name: 'Solvik skule',
    office: { name: 'Olav Kontor', email: 'kontor@solvik.example', language: 'nn' },
    guardian: { name: 'Åse Ødegård', email: 'ase@example.com', language: 'nn', children: ['Sindre Ødegård'] },
    classes: ['5A', '6A'],
  },
];

const firstNames = [
  'Nora',
  'Jakob',
  'Ella',
  'Noah',
  'Maja',
  'Oskar',
  'Olivia',
  'Lukas',
  'Sofie',
  'Filip',
  'Leah',
  'Håkon',
  'Amira',
  'Ødin',
  'Ingrid',
  'Mohammed',
  'Åshild',
  'Teodor',
  'Frida',
  'Elias',
];
const lastNames = [
  'Hansen',
  'Johansen',
  'Olsen',
  'Larsen',
  'Andersen',
  'Pedersen',
  'Nilsen',
  'Ahmed',
  'Bakke',
  'Haugen',
  'Sørensen',
  'Moen',
  'Lie',
  'Solheim',
  'Bjørnstad',
  'Myhre',
  'Rønning',
];
const pupilsPerClass = 20;

/** A school's roster as its administrative system would export it: CSV with semicolons. */
export function rosterCsv({ classes, guardian }: DemoSchool): string {
  const others = classes.flatMap((className, classIndex) =>
    Array.from({ length: pupilsPerClass }, (_, index) => {
      const first = firstNames[(index + classIndex * 7) % firstNames.length];
      const last = lastNames[(index * 5 + classIndex * 3) % lastNames.length];
      return { name: `${first} ${last}`, className, index };
    }),
  );
  const children = guardian.children.map((name, index) => ({
    name,
    className: classes[index] ?? classes[0],
    index: 90 + index,
  }));
  const rows = [...others, ...children].map(({ name, className, index }, line) => {
    const [first, ...last] = name.split(' ');
    const birthDate = `${String((index % 28) + 1).padStart(2, '0')}.${String((index % 12) + 1).padStart(2, '0')}.2012`;
    return [1001 + line, first, last.join(' '), birthDate, className].join(';');
  });
  return ['Elev-ID;Fornavn;Etternavn;Fødselsdato;Klasse', ...rows, ''].join('\r\n');
}

/** What the canteen sells, in the order of the till's buttons; prices in øre. */
export const demoProducts = [
  { name: 'Grov baguett med ost', category: 'Mat', priceOre: 4500 },
  { name: 'Havregrøt', category: 'Mat', priceOre: 2000 },
  { name: 'Dagens suppe', category: 'Mat', priceOre: 3500 },
  { name: 'Pastasalat', category: 'Mat', priceOre: 4900 },
  { name: 'Knekkebrød', category: 'Mat', priceOre: 1500 },
  { name: 'Yoghurt med müsli', category: 'Mat', priceOre: 2200 },
  { name: 'Eple', category: 'Frukt', priceOre: 500 },
  { name: 'Banan', category: 'Frukt', priceOre: 500 },
  { name: 'Gulrøtter', category: 'Frukt', priceOre: 800 },
  { name: 'Lettmelk', category: 'Drikke', priceOre: 1000 },
  { name: 'Vann', category: 'Drikke', priceOre: 1200 },
  { name: 'Eplejuice', category: 'Drikke', priceOre: 1800 },
] as const;
