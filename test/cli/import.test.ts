import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { importFile } from '../../cli/commands/import.ts';
import { loadRecipient } from '../../store/index.ts';
import { testStore, type TestStore } from '../setup/store.ts';

const FILE = 'scenarios/boiler-renewal/prospects.csv';
const folder = mkdtempSync(join(tmpdir(), 'parcours-import-'));

let store: TestStore;
let environment: Record<string, string>;
beforeAll(async () => {
  store = await testStore();
  environment = { DATABASE_URL: store.databaseUrl, DATABASE_SCHEMA: store.schemaName };
});
afterAll(() => store.destroy());

/** The command as a process of its own, under a program that has this one command. */
function parcours(args: readonly string[], env: Record<string, string>): Promise<{ code: number; out: string; err: string }> {
  const program = `import { Command } from 'commander'; import { register } from './cli/commands/import.ts'; const program = new Command('parcours'); register(program); await program.parseAsync();`;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', program, '--', ...args],
      { env: { PATH: process.env['PATH'] ?? '', ...env } },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

/** The command in this process. */
async function run(file: string, options: { scenario?: string; version?: number; source?: string; columns?: number; env?: Record<string, string> } = {}) {
  let out = '';
  let err = '';
  const { columns } = options;
  const code = await importFile(
    file,
    { scenario: options.scenario ?? 'boiler-renewal', version: options.version ?? 1, ...(options.source ? { source: options.source } : {}) },
    {
      environment: options.env ?? environment,
      out: { write: (text) => (out += text), ...(columns ? { columns, isTTY: true } : {}) },
      err: { write: (text) => (err += text) },
    },
  );
  return { code, out, err };
}

describe('parcours import', () => {
  test('imports the good rows and shows the bad ones', async () => {
    const { code, out, err } = await parcours(['import', FILE, '--scenario', 'boiler-renewal', '--version', '1'], environment);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
     "
     prospects.csv for boiler-renewal.v1

         200 prospects imported, all new
           1 of them not by post: the address can't be printed
           2 rows rejected

        Rejected
        line     117   Expected consent_email to be yes, no, oui, non, 1, 0 or blank, got 'à demander'. Expected boilerAge to be a number, got 'une quinzaine'.
        line     186   Expected id to be there once, got 'p-001' on line 2 too.

        Not by post
        line      48   bad-postcode: Expected a postcode of FR, 5 digits that begin with 00 to 95, 97 or 98, got 3 digits: a spreadsheet may have dropped zeros before it. Correct it and import the row again.

     "
    `);
    const consent = await store.selectFrom('consents').select('source').distinct().execute();
    expect(consent).toEqual([{ source: 'import:prospects.csv' }]);
  });

  test('on a terminal it wraps and colours what it says', async () => {
    const { code, out } = await run(FILE, { columns: 80, source: 'spring file' });
    expect(code).toBe(0);
    expect(out).toContain('\u001B[');
    expect(out).toContain('all known before');
    const plain = stripVTControlCharacters(out);
    expect(Math.max(...plain.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('makes the tables in a database that has none', async () => {
    const schema = `${store.schemaName}_fresh`;
    const { code } = await run(FILE, { env: { ...environment, DATABASE_SCHEMA: schema } });
    expect(code).toBe(0);
    const { rows } = await sql<{ people: string }>`SELECT count(*) AS people FROM ${sql.table(`${schema}.prospects`)}`.execute(store);
    await sql`DROP SCHEMA ${sql.ref(schema)} CASCADE`.execute(store);
    expect(rows).toEqual([{ people: '200' }]);
  });

  test('ends with 1 when nobody was imported', async () => {
    const file = join(folder, 'bad.csv');
    writeFileSync(file, 'id,boilerAge,energy,storeDistance,store,customer\nno-1,old,gas,1,Vaubrune,yes\n');
    const { code, out } = await run(file);
    expect(code).toBe(1);
    expect(out).toMatch(/0 prospects imported\n +1 row rejected/);
    expect(await loadRecipient(store, 'no-1')).toBeUndefined();
  });

  test('without a database says where to get one', async () => {
    const { code, out, err } = await parcours(['import', FILE, '--scenario', 'boiler-renewal'], {});
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^Expected DATABASE_URL .* got none\. `npx parcours dev` starts one and prints it/);
    expect((await run(FILE, { env: { DATABASE_URL: 'secret' } })).err).toMatch(/got something that is no URL/);
    expect((await run(FILE, { env: { DATABASE_URL: 'postgres://127.0.0.1:1/none' } })).err).toMatch(/^Expected a PostgreSQL at DATABASE_URL, got no answer/);
  });

  test.each([
    ['a file that is not there', join(folder, 'none.csv'), {}, /^Expected a CSV file at .*none\.csv, got none there/],
    ['a folder', folder, {}, /^Expected a CSV file at .*, got a folder/],
    ['a scenario that nobody knows', FILE, { scenario: 'boiler-renewl' }, /^Expected a registered scenario version, got 'boiler-renewl\.v1'\. Known: .*boiler-renewal\.v1/],
    ['a version that is not there', FILE, { version: 9 }, /^Expected a registered scenario version, got 'boiler-renewal\.v9'/],
  ])('explains %s in one line', async (_, file, options, message) => {
    const { code, out, err } = await run(file, options);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('refuses a version that is no number', async () => {
    const { code, err } = await parcours(['import', FILE, '--scenario', 'boiler-renewal', '--version', 'latest'], environment);
    expect(code).toBe(1);
    expect(err).toMatch(/Expected a whole number such as 1, got 'latest'/);
  });
});
