import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { recallMailpiece } from '../../../../activities/print/recall.ts';
import { closeRun } from '../../../../activities/print/run/close-run.ts';
import { completeRun } from '../../../../activities/print/run/complete-run.ts';
import { handOver } from '../../../../activities/print/run/hand-over.ts';
import type { PrintRunDeps } from '../../../../activities/print/run/print-run-deps.ts';
import { reconcile } from '../../../../activities/print/run/reconcile.ts';
import { renderChunk } from '../../../../activities/print/run/render-chunk.ts';
import { REAL_TIME } from '../../../../engine/index.ts';
import { qr, rectangle, text, words } from '../../../../scenarios/content/design-fields.ts';
import { design, fill } from '../../../../scenarios/content/design.ts';
import type { AnyPrintMessage } from '../../../../scenarios/content/index.ts';
import { LOB_KEY, lobUnderTest, RETURN_ADDRESS, type LobUnderTest } from '../lob/lob-under-test.ts';
import { CUT_OFF, openPrintFixture } from '../print-fixture.ts';

const FORMAT = 'us-4x6-postcard';
const AT = CUT_OFF.getTime();
const CARD = design({
  format: FORMAT,
  pages: [
    { drawn: [rectangle({ x: -3.175, y: -3.175, width: 158.75, height: 107.95, colour: [0.1, 0.05, 0.3, 0] }), words({ text: 'A quiet winter', x: 12, y: 30, width: 120, height: 18, size: 30, face: 'bold' })] },
    { fields: { body: text({ x: 8, y: 10, width: 60, height: 20, size: 10, leading: 14 }), code: qr({ x: 8, y: 50, size: 26 }) } },
  ],
});
const message: AnyPrintMessage = {
  ...{ medium: 'print', purpose: 'marketing', cost: 0.9, sample: {}, format: FORMAT, paper: '120# cover', postageClass: 'usps_first_class', deliveryDays: 4, page: 'boiler-check' },
  content: ({ person }) => fill(CARD, { body: `Dear ${person.lastName ?? 'neighbour'}, before winter, let us take a look.` }),
};

let fixture: Awaited<ReturnType<typeof openPrintFixture>>;
let under: LobUnderTest;
let deps: PrintRunDeps;
let runId: string;
beforeEach(async () => {
  [fixture, under] = await Promise.all([openPrintFixture({ printer: 'lob', proof: 0 }), lobUnderTest()]);
  deps = { ...fixture.deps, printers: { lob: under.lob }, contentOf: () => ({ messages: { 'renewal-postcard': message } }) as unknown as ReturnType<PrintRunDeps['contentOf']> };
  runId = await fixture.queueMany(4, FORMAT);
  await fixture.store.updateTable('print_runs').set({ printer: 'lob' }).execute();
  await fixture.store.updateTable('identities').set({ address_line: '210 King St', postcode: '94107', city: 'San Francisco, CA', country: 'US' }).execute();
});
afterEach(async () => {
  await under.sandbox.close();
  await fixture.close();
});

async function print(): Promise<void> {
  await closeRun(deps, { runId, chunkSize: 3 });
  for (const chunk of [1, 2]) await renderChunk(deps, { runId, chunk });
  await completeRun(deps, { runId, at: AT });
}

test('a print run of a US format is made by Lob piece by piece, once, and what Lob says became of each is compared with what was ordered', async () => {
  await print();
  // Two answers are lost, and Lob can't be asked whether it has the pieces.
  await under.fault({ kind: 'lose-answer', count: 2 });
  await under.fault({ target: 'lob-list', kind: 'fail-next', after: 1, count: 2 });
  await expect(handOver(deps, { runId, at: AT, clock: REAL_TIME })).rejects.toMatchObject({ name: 'RetryableError' });
  expect(await handOver(deps, { runId, at: AT, clock: REAL_TIME })).toMatchObject({ pieces: 4, reference: expect.stringContaining('/v1/postcards?') });
  const made = await under.all();
  expect(made).toHaveLength(4);
  expect(new Set(made.map(({ metadata }) => metadata['piece'])).size).toBe(4);
  expect(made[0]).toMatchObject({ size: '4x6', to: { address_zip: '94107', address_state: 'CA' } });

  // Taken back in time, one costs nothing; the others are printed, and one of them fails there.
  const recalled = made[0]!.metadata['piece']!;
  expect(await recallMailpiece({ store: fixture.store, printers: deps.printers }, recalled)).toBe('recalled');
  await under.wait(2 * 3_600_000);
  await under.progress(made[1]!.id, 'failed');
  const lob = under.client({ now: () => Date.now() + 2 * 3_600_000 });
  const report = await lob.report({ runId, campaignId: 'spring', format: FORMAT, folder: fixture.out, reference: '' });
  expect(report?.pieces.map(({ status }) => status).sort()).toEqual(['printed', 'printed', 'spoiled', 'spoiled']);
  await reconcile({ ...deps, printers: { lob } }, { runId });
  const { reconciliation } = await fixture.store.selectFrom('print_runs').select('reconciliation').where('id', '=', runId).executeTakeFirstOrThrow();
  expect(JSON.stringify(reconciliation)).toContain(made[1]!.metadata['piece']!);
  const pieces = await fixture.store.selectFrom('mailpieces as m').innerJoin('touches as t', 't.id', 'm.touch_id').select(['m.status', 't.cost', 't.why']).orderBy('m.status').orderBy('t.why').execute();
  expect(pieces.map(({ status, cost, why }) => [status, Number(cost), why])).toEqual([
    ['printed', 0.62, 'sent'],
    ['printed', 0.62, 'sent'],
    ['recalled', 0, 'failed:spoiled'],
    ['recalled', 0, 'sent'],
  ]);
});

test('a format that Lob does not print is refused in words before anything is rendered', () => {
  const lob = under.client({ key: LOB_KEY, from: RETURN_ADDRESS });
  expect(lob.refusesFormat('a6-postcard')).toMatch(/it does not print a6-postcard/);
  expect(lob.refusesFormat(FORMAT)).toBeUndefined();
});
