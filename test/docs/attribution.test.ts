import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { register as match } from '../../cli/commands/match.ts';
import { register as report } from '../../cli/commands/report.ts';
import { createCampaign } from '../../store/campaigns.ts';
import { saveProspects } from '../../store/index.ts';
import { runCommand } from '../cli/run-command.ts';
import { testStore, type TestStore } from '../setup/store.ts';
import { someone } from '../setup/world.ts';

let store: TestStore;
let page: string;
beforeAll(async () => {
  store = await testStore();
  Object.assign(process.env, { DATABASE_URL: store.databaseUrl, DATABASE_SCHEMA: store.schemaName });
  page = await readFile(new URL('../../docs/attribution.md', import.meta.url), 'utf8');
  await createCampaign(store, {
    version: 1,
    goal: ['purchase'],
    clock: { epoch: 0, speed: 1 },
    holdout: 0.5,
    seed: 's',
    pace: 10,
    printEvery: 86_400_000,
    id: 'spring-2026',
    scenario: 'boiler-renewal',
  });
  const { identity } = someone('x');
  await saveProspects(store, [
    someone('elodie', { identity: { ...identity, email: 'Elodie@courriel.example' } }),
    someone('jean', { identity: { ...identity, firstName: 'Jean', lastName: 'Dupont', addressLine: '14 RUE DES ALOUETTES', postcode: '00470', email: null } }),
  ]);
  for (const id of ['elodie', 'jean'])
    await store
      .insertInto('journeys')
      .values({ id: `spring-2026/${id}`, campaign_id: 'spring-2026', prospect_id: id, holdout: id === 'jean', entered_at: new Date('2026-03-01T08:00:00Z') })
      .execute();
});
afterAll(() => store.destroy());

/** A command of the page, with files of ours. */
const commandOf = (text: string, start: string) => new RegExp(`^npx parcours (${start}.*)$`, 'm').exec(text)![1]!.split(' ');

test('the example of a file is matched by the command as it stands there', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'parcours-match-')), 'till.csv');
  await writeFile(file, /```csv\n([^]*?)```/.exec(page)![1]!);
  const { shown, code } = await runCommand(
    match,
    commandOf(page, 'match').map((word) => (word === 'till.csv' ? file : word)),
  );
  expect(code).toBe(0);
  expect(shown).toMatchInlineSnapshot(`
   "till.csv for spring-2026

         2 orders matched, 1 of them of held-out people
         1   by email: probable
         1   by name and address: probable
         1 refund

   "
  `);
});

test('the report of it, as its page says', async () => {
  const reports = await readFile(new URL('../../docs/reports.md', import.meta.url), 'utf8');
  const { shown } = await runCommand(
    report,
    commandOf(reports, 'report').map((word) => (word === 'spring-2027' ? 'spring-2026' : word)),
  );
  expect(shown).toMatch(/revenue +1 order +€100\.00/);
  expect(shown).toContain('treated');
});

test('a file that is not there', async () => {
  await expect(runCommand(match, ['match', '/nowhere.csv', '--campaign', 'spring-2026'])).rejects.toThrow('Expected a CSV file at /nowhere.csv, got none there.');
});
