import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { importProspects } from '../../client/import-prospects.ts';
import { loadRecipient, type Store } from '../../store/index.ts';
import { testStore } from '../setup/store.ts';

let store: Store;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.destroy());

const facts = z.object({
  boilerAge: z.coerce.number().int().min(0).max(60),
  energy: z.enum(['gas', 'oil']),
  storeDistance: z.coerce.number().optional(),
  note: z.string().optional(),
});
const HEADER = 'id,title,first_name,last_name,address_line,address_complement,postcode,city,country,email,locale,consent_print,consent_email,consent_social,boilerAge,energy';
const row = (id: string, changes: Record<string, string> = {}): string => {
  const cells: Record<string, string> = {
    id,
    title: 'Mme',
    first_name: 'Zoé',
    last_name: 'Hénin',
    address_line: '4 rue des Glycines',
    postcode: '00120',
    city: 'Vaubrune',
    email: 'zoe@courriel.example',
    consent_email: 'oui',
    boilerAge: '14',
    energy: 'gas',
    ...changes,
  };
  return HEADER.split(',')
    .map((column) => cells[column] ?? '')
    .join(',');
};
const file = (...rows: string[]): string => [HEADER, ...rows].join('\n');
const bring = (csv: string | Readable) => importProspects(store, { csv, facts, source: 'import:test' });

describe('a good file', () => {
  test('is imported: identity, facts by the schema, consents that were answered', async () => {
    const { imported, added, rejected } = await bring(file(row('good', { consent_print: 'NO', consent_social: '1', country: 'fr', locale: 'en-GB' }), row('plain')));
    expect({ imported, added, rejected }).toEqual({ imported: 2, added: 2, rejected: [] });
    expect(await loadRecipient(store, 'good')).toMatchObject({
      locale: 'en-GB',
      facts: { boilerAge: 14, energy: 'gas' },
      identity: { title: 'Mme', firstName: 'Zoé', addressComplement: null, postcode: '00120', country: 'FR' },
      consents: { print: false, email: true, social: true },
    });
    expect(await loadRecipient(store, 'plain')).toMatchObject({ locale: 'fr-FR', identity: { country: 'FR' }, consents: { email: true } });
  });

  test('imported again updates, and says that nobody is new', async () => {
    expect(await bring(file(row('good', { boilerAge: '15' })))).toEqual({ imported: 1, added: 0, rejected: [] });
    expect((await loadRecipient(store, 'good'))?.facts).toEqual({ boilerAge: 15, energy: 'gas' });
  });

  test('may come from a French spreadsheet: byte order mark, semicolons, CRLF, decimal commas, blank columns and lines', async () => {
    const csv = '\uFEFF\r\nid;boilerAge;energy;storeDistance;last_name\r\n"fr-1";14;gas;12,5;"Le ""Grand"""\r\n;;;;\r\n\r\n fr-2 ; 3 ;oil;;;;;\r\n';
    expect(await bring(csv)).toEqual({ imported: 2, added: 2, rejected: [] });
    expect(await loadRecipient(store, 'fr-1')).toMatchObject({ facts: { storeDistance: 12.5 }, identity: { lastName: 'Le "Grand"' } });
    expect((await loadRecipient(store, 'fr-2'))?.facts).toEqual({ boilerAge: 3, energy: 'oil' });
  });

  test('may come in pieces that cut line ends and letters in two', async () => {
    const bytes = Buffer.from(file(row('piece-1'), row('piece-2')).replaceAll('\n', '\r\n'));
    const pieces = Readable.from(Array.from({ length: bytes.length }, (_, index) => bytes.subarray(index, index + 1)));
    expect(await bring(pieces)).toEqual({ imported: 2, added: 2, rejected: [] });
    expect((await loadRecipient(store, 'piece-2'))?.identity.firstName).toBe('Zoé');
  });

  test('may be large: 5,000 rows go in by batches', async () => {
    const lines = function* () {
      yield `${HEADER}\n`;
      for (let index = 0; index < 5_000; index++) yield `${row(`large-${index}`)}\n`;
    };
    expect(await bring(Readable.from(lines()))).toEqual({ imported: 5_000, added: 5_000, rejected: [] });
  });
});

describe('a bad row', () => {
  test('is rejected by line and reason, and the others are kept', async () => {
    const { imported, rejected } = await bring(
      file(
        row('kept-1'),
        row('', { email: 'not an address' }),
        row('kept-1'),
        row('with space'),
        row('b-5', { postcode: '1200' }),
        row('b-6', { consent_email: 'peut-être', consent_print: 'constructor' }),
        row('b-7', { boilerAge: 'old', energy: 'coal' }),
        row('b-8', { boilerAge: '', energy: '' }),
        row('b-9', { boilerAge: '61' }),
        row('b-10', { boilerAge: '12.5' }),
        row('b-11', { address_line: '1 allée du Professeur Anatole-Barthélemy de Courcelles' }),
        row('b-12', { postcode: '', city: '' }),
        row('b-13', { last_name: 'x'.repeat(2_000) }),
        row('b-14', { country: 'France', locale: 'french' }),
        row('b-15', { first_name: 'Marie', last_name: 'de La Rochelambert-Beaumont-d’Ormesson' }),
        row('b-16', { city: 'Vau\u0000brune' }),
        'b-17,too,few',
        `${row('b-18')},too,many`,
        row('kept-2'),
      ),
    );
    expect(imported).toBe(2);
    expect(rejected.map(({ line, reason }) => `${line}: ${reason}`).join('\n')).toMatchInlineSnapshot(`
     "3: Expected id to be letters, digits, dots, hyphens and underscores, got nothing. Expected email to be an email address, got 'not an address'.
     4: Expected id to be there once, got 'kept-1' on line 2 too.
     5: Expected id to be letters, digits, dots, hyphens and underscores, got 'with space'.
     6: Expected postcode to be 5 digits (a spreadsheet may have dropped a leading 0), got '1200'.
     7: Expected consent_print to be yes, no, oui, non, 1, 0 or blank, got 'constructor'. Expected consent_email to be yes, no, oui, non, 1, 0 or blank, got 'peut-être'.
     8: Expected boilerAge to be a number, got 'old'. Expected energy to be one of gas, oil, got 'coal'.
     9: Expected boilerAge to be a number, got nothing. Expected energy to be one of gas, oil, got nothing.
     10: Expected boilerAge to be at most 60, got '61'.
     11: Expected boilerAge to be a whole number, got '12.5'.
     12: Expected address_line to be at most 38 characters, got '1 allée du Professeur Anatole-Barthélemy…' (54 characters).
     13: Expected postcode to be there, since there is an address_line, got nothing. Expected city to be there, since there is an address_line, got nothing.
     14: Expected last_name to be at most 38 characters, got 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…' (2000 characters).
     15: Expected country to be two letters such as FR, got 'France'. Expected locale to be a language and country such as fr-FR, got 'french'.
     16: Expected title, initial of first_name and last_name to be at most 38 characters together, got 44.
     17: Expected city to be one line without control characters, got 'Vau·brune'.
     18: Expected 16 columns, got 3: a separator is missing or too many, or a field that holds one is not quoted.
     19: Expected 16 columns, got 18: a separator is missing or too many, or a field that holds one is not quoted."
    `);
    expect(await loadRecipient(store, 'b-11')).toBeUndefined();
  });

  test('of which a field runs over several lines is reported by the line it starts on', async () => {
    const csv = 'id,boilerAge,energy,note\nm-1,14,gas,"first\nsecond\n\nfourth"\nm-2,14,coal,"one\ntwo"\nm-3,x,gas,\n';
    expect(await bring(csv)).toEqual({
      imported: 1,
      added: 1,
      rejected: [
        { line: 6, reason: "Expected energy to be one of gas, oil, got 'coal'." },
        { line: 8, reason: "Expected boilerAge to be a number, got 'x'." },
      ],
    });
    expect((await loadRecipient(store, 'm-1'))?.facts['note']).toBe('first\nsecond\n\nfourth');
  });

  test('with quotes that do not match costs itself alone', async () => {
    const csv = [
      'id,boilerAge,energy,note',
      'q-1,14,gas,"never closed',
      'q-2,14,gas,fine',
      'q-3,14,gas,a 3" pipe',
      'q-4,14,gas,"quoted"',
      'q-5,14,gas,"said "so""',
      'q-6,14,gas,"',
      'q-7,14,gas,fine',
    ].join('\n');
    const { imported, rejected } = await bring(csv);
    expect(imported).toBe(3);
    expect(rejected.map(({ line, reason }) => `${line}: ${reason}`)).toMatchInlineSnapshot(`
     [
       "2: Expected a quoted field to begin and end with a quote ("), and quotes inside it to be doubled (""), got a quote elsewhere.",
       "4: Expected a quoted field to begin and end with a quote ("), and quotes inside it to be doubled (""), got a quote elsewhere.",
       "6: Expected a quoted field to begin and end with a quote ("), and quotes inside it to be doubled (""), got a quote elsewhere.",
       "7: Expected a closing quote (") for every opening one, got none for the last.",
     ]
    `);
  });

  test('that is endless, in a file without line ends, does not fill the memory', async () => {
    const csv = Readable.from(
      (function* () {
        yield 'id,boilerAge,energy\ne-1,14,gas\n';
        for (let index = 0; index < 200; index++) yield 'x'.repeat(65_536);
        yield '\ne-2,14,gas\n';
      })(),
    );
    expect(await bring(csv)).toMatchObject({ imported: 2, rejected: [{ line: 3, reason: expect.stringContaining('at most 65536 characters') }] });
  });

  test('in another encoding is told to come back in UTF-8', async () => {
    const { imported, rejected } = await bring(
      Readable.from([Buffer.from(file(row('latin', { first_name: 'Zoé' }), row('ascii', { first_name: 'Paul', last_name: 'Martin' })), 'latin1')]),
    );
    expect(imported).toBe(1);
    expect(rejected).toMatchObject([{ line: 2, reason: expect.stringMatching(/UTF-8/) }]);
  });
});

describe('a file that can not be read', () => {
  test('says what is expected and what to do', async () => {
    const complaint = async (csv: string): Promise<string> =>
      bring(csv).then(
        () => 'none',
        (error: Error & { type: string }) => `${error.type}: ${error.message}`,
      );
    expect(await complaint('\n\n  \n')).toBe(await complaint(''));
    expect(await complaint('')).toMatchInlineSnapshot(`"EmptyFile: Expected a CSV file whose first line names the columns, got an empty one."`);
    expect(await complaint('"a\nb')).toMatchInlineSnapshot(
      `"BadColumns: Expected the names of the columns on line 1. Expected a closing quote (") for every opening one, got none for the last."`,
    );
    expect(await complaint('id,boiler_age,Energy,shoe size,id\n1,2,3,4,5')).toMatchInlineSnapshot(
      `"BadColumns: Expected the columns id, title, first_name, last_name, address_line, address_complement, postcode, city, country, email, locale, consent_print, consent_email, consent_social, consent_open_tracking and the facts boilerAge, energy, storeDistance, note (of these id, boilerAge, energy are needed, in any order), got a first line in which 'boiler_age' is not one of them (write 'boilerAge'); 'Energy' is not one of them (write 'energy'); 'shoe size' is not one of them; 'boilerAge' is missing; 'energy' is missing; 'id' is there twice. Correct the first line of the file."`,
    );
  });

  test('in UTF-16 is refused', async () => {
    await expect(bring(Readable.from([Buffer.from(`\uFEFF${HEADER}`, 'utf16le')]))).rejects.toMatchObject({ type: 'BadEncoding' });
  });

  test('breaks off: the error of the stream comes through, and whole batches before it are kept', async () => {
    const csv = Readable.from(
      (function* () {
        yield file(...Array.from({ length: 600 }, (__, index) => row(`broken-${index}`)), '');
        throw new Error('disk gone');
      })(),
    );
    await expect(bring(csv)).rejects.toThrow('disk gone');
    expect(await loadRecipient(store, 'broken-0')).toBeDefined();
    expect(await loadRecipient(store, 'broken-550')).toBeUndefined();
  });
});
