import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { suppressFrom } from '../../cli/commands/suppress.ts';
import { loadRecipient, mayTouch, reachable, saveProspects } from '../../store/index.ts';
import { testStore, type TestStore } from '../setup/store.ts';
import { someone } from '../setup/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'parcours-suppress-'));
let store: TestStore;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.destroy());

let files = 0;
function run(csv: string, reason = 'listed'): Promise<string> {
  const file = join(folder, `list-${++files}.csv`);
  writeFileSync(file, csv);
  return suppressFrom(file, { reason, environment: { DATABASE_URL: store.databaseUrl, DATABASE_SCHEMA: store.schemaName } });
}

const identity = { ...someone('x').identity, lastName: 'L’Hénoret-Dubœuf', addressLine: '14, rue des Alouettes', postcode: '00470', email: 'Amelie@Courriel.example' };
const may = async (id: string) => {
  const recipient = (await loadRecipient(store, id))!;
  return Object.fromEntries(
    (['email', 'social', 'print'] as const)
      .map((medium) => [medium, mayTouch(recipient, medium)])
      .map(([medium, permission]) => [medium, typeof permission === 'object' && 'why' in permission ? permission.why : 'may']),
  );
};

test('a plain address closes mails, invitations with them, and not paper; letter case is of no account', async () => {
  await saveProspects(store, [someone('plain', { identity })]);
  expect(await may('plain')).toEqual({ email: 'may', social: 'may', print: 'may' });
  expect(await run('email\n  AMELIE@courriel.EXAMPLE \nnobody@courriel.example\nnone\n', 'robinson')).toMatchInlineSnapshot(`
   "2 addresses of list-1.csv on the list, 2 new.
   Of your prospects it closes email to 1 and print to 0.
     line 4: Expected email to be an address, got something else.
   "
  `);
  expect(await may('plain')).toEqual({ email: 'suppressed:robinson', social: 'suppressed:robinson', print: 'may' });
  expect((await reachable(store, ['plain'])).get('plain')).toEqual({ print: true, email: false, social: false });
});

test('a hashed address does too, also of somebody who is imported later, and the first reason stays', async () => {
  const sha256 = createHash('sha256').update('later@courriel.example').digest('hex');
  await run(`email_sha256;reason\n${sha256.toUpperCase()};bought-list\n123;x\n`);
  expect(await run(`email_sha256\n${sha256}\n`, 'other')).toContain('1 address of list-3.csv on the list, 0 new.');
  await saveProspects(store, [someone('later', { identity: { ...identity, email: 'later@courriel.example' } })]);
  expect(await may('later')).toMatchObject({ email: 'suppressed:bought-list', print: 'may' });
});

test('a postal list closes paper to that name at that address, however it is written; another name there still gets it', async () => {
  await saveProspects(store, [
    someone('posted', { identity: { ...identity, email: 'p@courriel.example' } }),
    someone('neighbour', { identity: { ...identity, lastName: 'Aubry', email: 'n@courriel.example' } }),
  ]);
  await run('last_name,address_line,postcode\nLHENORET DUBOEUF,14 RUE DES ALOUETTES,00470\n', 'robinson');
  expect(await may('posted')).toMatchObject({ email: 'may', print: 'suppressed:robinson' });
  expect(await may('neighbour')).toMatchObject({ print: 'may' });
});

test('no address of the list is kept, only hashes', async () => {
  const rows = await store.selectFrom('listed_addresses').selectAll().execute();
  expect(rows.length).toBeGreaterThan(2);
  expect(JSON.stringify(rows)).not.toMatch(/courriel|alouettes|henoret/i);
});

test('a list that can’t be read says what is expected', async () => {
  await expect(run('name\nJean\n')).rejects.toThrow(
    "Expected the column email, or email_sha256, or last_name, address_line and postcode, and reason if each row has its own, got 'name' among them. Correct the first line of the file.",
  );
  await expect(run('last_name,postcode\nA,1\n')).rejects.toThrow('got none of these');
  await expect(run('')).rejects.toThrow('Expected a CSV file whose first line names the columns, got an empty one.');
  await expect(suppressFrom(join(folder, 'none.csv'), { reason: 'x', environment: { DATABASE_URL: store.databaseUrl } })).rejects.toThrow('Expected a CSV file at');
});
