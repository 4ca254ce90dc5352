import { createReadStream, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importProspects, type ImportResult } from '../../client/import-prospects.ts';
import { facts } from '../../scenarios/boiler-renewal/facts.ts';
import { makeProspects } from '../../scripts/make-prospects.ts';
import { loadRecipient, reachable, type Store } from '../../store/index.ts';
import { testStore } from '../setup/store.ts';

const FILE = 'scenarios/boiler-renewal/prospects.csv';
const ids = Array.from({ length: 200 }, (_, index) => `p-${String(index + 1).padStart(3, '0')}`);

let store: Store;
let result: ImportResult;
beforeAll(async () => {
  store = await testStore();
  result = await importProspects(store, { csv: createReadStream(FILE), facts, source: 'import:prospects.csv' });
});
afterAll(() => store.destroy());

describe('the prospects of boiler-renewal', () => {
  test('are what their script makes, to the byte', () => {
    expect(makeProspects()).toBe(readFileSync(FILE, 'utf8'));
  });

  test('are 200, one of them with a spoilt postcode, and two rows with mistakes that people make', () => {
    expect(result.imported).toBe(200);
    expect(result.rejected.map(({ line, reason }) => `line ${line}: ${reason}`)).toMatchInlineSnapshot(`
     [
       "line 117: Expected consent_email to be yes, no, oui, non, 1, 0 or blank, got 'à demander'. Expected boilerAge to be a number, got 'une quinzaine'.",
       "line 186: Expected id to be there once, got 'p-001' on line 2 too.",
     ]
    `);
  });

  test('of whom one can’t be reached by post', () => {
    expect(result.unprintable).toMatchObject([{ line: 48, field: 'postcode', reason: 'bad-postcode' }]);
  });

  test('consent as a real file does: nearly all to print, some to mails, fewer to invitations', async () => {
    const all = [...(await reachable(store, ids)).values()];
    const share = (medium: 'print' | 'email' | 'social'): number => all.filter((one) => one[medium]).length / all.length;
    expect(share('print')).toBeCloseTo(0.97, 1);
    expect(share('email')).toBeCloseTo(0.62, 1);
    expect(share('social')).toBeCloseTo(0.35, 1);
  });

  test('can be reached by nobody: reserved mail domains, postcodes of no department', async () => {
    for (const id of ids) {
      const recipient = await loadRecipient(store, id);
      expect(recipient?.identity.email ?? 'none@courriel.example').toMatch(/@[a-z-]+\.example$/);
      expect(recipient?.identity.postcode?.padStart(5, '0')).toMatch(/^00/);
    }
  });
});
