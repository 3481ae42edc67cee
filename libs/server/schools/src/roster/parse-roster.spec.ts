import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseRoster } from './parse-roster.ts';

const today = '2026-11-22';

function parse(text: string, encoding: BufferEncoding = 'utf8') {
  return parseRoster(Buffer.from(text, encoding), today);
}

const kari = {
  externalId: '1001',
  firstName: 'Kari',
  lastName: 'Ødegård',
  birthDate: '2012-05-03',
  className: '9A',
  guardianEmails: null,
};

describe('a roster file', () => {
  it('is read with semicolons and with commas, tabs and the delimiter on a line of its own', () => {
    const lines = ['Elev-ID;Fornavn;Etternavn;Fødselsdato;Klasse', '1001;Kari;Ødegård;03.05.2012;9A', ''];
    for (const delimiter of [';', ',', '\t']) {
      const file = parse(lines.join('\r\n').replaceAll(';', delimiter));
      expect(file).toMatchObject({ delimiter, encoding: 'utf-8', badRows: [], rows: [{ line: 2, pupil: kari }] });
    }
    const declared = parse(`sep=;\r\n${lines.join('\r\n')}`);
    expect(declared.rows).toEqual([{ line: 3, pupil: kari }]);
  });

  it('is read in UTF-8 with a byte order mark, in Windows-1252 and in UTF-16', () => {
    const text = 'Elevnummer;Fornavn;Etternavn;Født;Gruppe\n1001;Kari;Ødegård;2012-05-03;9A\n';
    expect(parse(`\uFEFF${text}`)).toMatchObject({ encoding: 'utf-8', rows: [{ pupil: kari }] });
    expect(parse(text, 'latin1')).toMatchObject({ encoding: 'windows-1252', rows: [{ pupil: kari }] });
    expect(parse(`\uFEFF${text}`, 'utf16le')).toMatchObject({ encoding: 'utf-16le', rows: [{ pupil: kari }] });
  });

  it('splits a full name, with the last name first when there is a comma', () => {
    const file = parse('ID;Navn;Klasse\n1;Kari Anne Berg;9A\n2;"Berg Hansen, Ola";9B\n');
    expect(file.rows.map(({ pupil }) => [pupil.firstName, pupil.lastName])).toEqual([
      ['Kari Anne', 'Berg'],
      ['Ola', 'Berg Hansen'],
    ]);
  });

  it('passes over control characters and spaces that nobody sees', () => {
    const [row] = parse('ID;Navn;Klasse\n1;  Kari\u0000 \u00a0Li\tBerg ;9A').rows;
    expect(row?.pupil).toMatchObject({ firstName: 'Kari Li', lastName: 'Berg' });
  });

  it('joins the middle name to the first name', () => {
    const [row] = parse('ID,Fornavn,Mellomnavn,Etternavn,Klasse\n1,Kari,Li,Berg,9A').rows;
    expect(row?.pupil).toMatchObject({ firstName: 'Kari Li', lastName: 'Berg' });
  });

  it('collects the e-mail addresses of all guardians', () => {
    const [row] = parse(
      'ID;Navn;Klasse;Foresatt 1 navn;Foresatt 1 e-post;E-post foresatt 2\n1;Kari Berg;9A;Mor;MOR@Example.no;far@example.no, mor@example.no\n',
    ).rows;
    expect(row?.pupil.guardianEmails).toEqual(['far@example.no', 'mor@example.no']);
  });

  it.each([
    ['03.05.2012'],
    ['3.5.2012'],
    ['3.5.12'],
    ['3/5/2012'],
    ['03-05-2012'],
    ['2012-05-03'],
    ['03052012'],
    ['20120503'],
    ['030512'],
    ['2012-05-03 00:00:00'],
  ])('reads %s as 3 May 2012', (text) => {
    expect(parse(`ID;Navn;Klasse;Fødselsdato\n1;Kari Berg;9A;${text}`).rows[0]?.pupil.birthDate).toBe('2012-05-03');
  });

  it.each([['31.02.2012'], ['2012'], ['i fjor'], ['01.01.2030'], ['13.13.2012']])('refuses the date %s', (text) => {
    const file = parse(`ID;Navn;Klasse;Fødselsdato\n1;Kari Berg;9A;${text}`);
    expect(file.rows).toEqual([]);
    expect(file.badRows).toMatchObject([{ line: 2, problems: [{ field: 'birthDate', code: 'bad_date' }] }]);
  });

  it('reports every problem of a row with the line in the file, past empty lines and quoted line breaks', () => {
    const file = parse(
      'ID;Fornavn;Etternavn;Klasse;Fødselsdato\r\n"1";"Kari\r\nLi";Berg;9A;\r\n\r\n;;;;\r\n2;Ola;Berg;;31.02.2012\r\n;Per;Berg;9A;\r\n3;;;9A;\r\n4;Pia;;9A;\r\n5;Ane;Vik;9A;;kommentar\r\n',
    );
    expect(file.rows.map(({ line }) => line)).toEqual([2]);
    expect(file.badRows.map(({ line, problems }) => [line, problems.map(({ field, code }) => [field, code])])).toEqual([
      [
        6,
        [
          ['birthDate', 'bad_date'],
          ['className', 'missing'],
        ],
      ],
      [7, [['externalId', 'missing_key']]],
      [8, [['name', 'missing']]],
      [9, [['lastName', 'single_name']]],
      [10, [['row', 'too_many_cells']]],
    ]);
  });

  it('believes neither of two rows for one pupil', () => {
    const file = parse(
      'ID;Navn;Klasse;Fødselsdato\n1;Kari Berg;9A;\n1;Ola Vik;9B;\n;Per Li;9A;3.5.12\n;per li;9B;03.05.2012\n2;Ane Li;9A;\n',
    );
    expect(file.rows.map(({ pupil }) => pupil.externalId)).toEqual(['2']);
    expect(file.badRows.map(({ line, problems }) => [line, problems[0]?.code, problems[0]?.detail])).toEqual([
      [2, 'duplicate', 'The same pupil is on line 3.'],
      [3, 'duplicate', 'The same pupil is on line 2.'],
      [4, 'duplicate', 'The same pupil is on line 5.'],
      [5, 'duplicate', 'The same pupil is on line 4.'],
    ]);
  });

  it('refuses what is no e-mail address and what is too long', () => {
    const file = parse(`ID;Navn;Klasse;Foresatt e-post\n1;Kari Berg;9A;mor@\n2;Ola ${'x'.repeat(101)};9A;\n`);
    expect(file.badRows.map(({ problems }) => problems[0]?.code)).toEqual(['bad_email', 'too_long']);
  });

  it('is refused as a whole without the columns that are needed', () => {
    expect(() => parse('Fornavn;Etternavn\nKari;Berg')).toThrow(
      expect.objectContaining({
        code: 'roster_columns',
        extra: { facts: { missingColumns: ['className', 'externalId'], duplicateColumn: null } },
      }),
    );
    expect(() => parse('ID;Navn;Klasse;Gruppe\n1;Kari Berg;9A;X')).toThrow(
      expect.objectContaining({ extra: { facts: { missingColumns: [], duplicateColumn: 'className' } } }),
    );
  });

  it('is refused as a whole when it is empty or a quotation mark is never closed', () => {
    for (const text of ['', 'ID;Navn;Klasse\n', '\n\n']) {
      expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'roster_unreadable' }));
    }
    expect(() => parse('ID;Navn;Klasse\n1;"Kari;9A\n2;Ola Vik;9A')).toThrow(
      expect.objectContaining({ code: 'roster_unreadable' }),
    );
  });

  it('gives back every pupil that was written, whatever the letters, quotes, delimiter and encoding', () => {
    fc.assert(
      fc.property(fc.array(aRow, { minLength: 1, maxLength: 20 }), aDialect, (rows, dialect) => {
        const numbered = rows.map((row, index) => ({ ...row, externalId: `${row.externalId}-${index}` }));
        const file = parseRoster(write(numbered, dialect), today);
        expect(file.badRows).toEqual([]);
        expect(file.rows.map(({ pupil }) => pupil)).toEqual(numbered.map((row) => ({ ...row, guardianEmails: null })));
      }),
    );
  });
});

const aWord = fc
  .array(fc.constantFrom(...'abcæøåÆØÅéüñ\'-",;.4'), { minLength: 1, maxLength: 12 })
  .map((letters) => letters.join(''));
const aDate = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const aRow = fc.record({
  externalId: aWord,
  firstName: aWord,
  lastName: aWord,
  birthDate: fc.option(aDate),
  className: aWord,
});
const aDialect = fc.record({
  delimiter: fc.constantFrom(';', ',', '\t'),
  lineBreak: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf8' as const, 'latin1' as const),
  isNorwegianDate: fc.boolean(),
});

type Row = typeof aRow extends fc.Arbitrary<infer T> ? T : never;
type Dialect = typeof aDialect extends fc.Arbitrary<infer T> ? T : never;

function write(rows: readonly Row[], { delimiter, lineBreak, encoding, isNorwegianDate }: Dialect): Buffer {
  const dateOf = (date: string | null): string =>
    date !== null && isNorwegianDate ? date.split('-').reverse().join('.') : (date ?? '');
  const lines = [
    ['Elev-ID', 'Fornavn', 'Etternavn', 'Fødselsdato', 'Klasse'],
    ...rows.map((row) => [row.externalId, row.firstName, row.lastName, dateOf(row.birthDate), row.className]),
  ].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter));
  return Buffer.from(lines.join(lineBreak), encoding);
}
