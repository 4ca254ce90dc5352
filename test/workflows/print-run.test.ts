import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Worker } from '@temporalio/worker';
import { approvePrintRun, printRunStatus, rejectPrintRun } from '../../client/index.ts';
import type { Reconciliation } from '../../store/print-plan.ts';
import type { PrintRunInput } from '../../workflows/print-run.ts';
import { testTemporal, type TestTemporal } from '../setup/temporal.ts';
import { until } from '../setup/until.ts';
import { workflowWorker } from '../setup/workflow-worker.ts';

let temporal: TestTemporal;
let worker: Worker;
let running: Promise<void>;
/** What was asked of the activities, in order, and what they answer. */
let asked: string[] = [];
let answers: Record<string, (input: never) => unknown> = {};

const REPORT: Reconciliation = { result: 'reconciled', ordered: 20, printed: 20, missing: 0, unknown: 0, spoiled: 0, differences: { missing: [], unknown: [], spoiled: [] } };
const USUAL: typeof answers = {
  closeRun: () => ({ pieces: 20, chunks: 2, overBudget: 0 }),
  startRun: () => undefined,
  refusalOf: () => null,
  askApproval: () => ({ approved: false, proof: '/out/proof/proof.pdf', pieces: 8, unprintable: 1 }),
  approveRun: () => undefined,
  rejectRun: () => ({ recalled: 20 }),
  renderChunk: () => ({ pieces: 10, unprintable: 0 }),
  completeRun: () => ({ pieces: 20, seeds: 0, folder: '/out/spring' }),
  handOver: () => ({ pieces: 20, handedOverAt: 5, reference: 'job-7' }),
  reconcile: () => REPORT,
  recordUnreported: () => ({ ...REPORT, result: 'unreported' }),
  waitUntilFull: () => undefined,
};

beforeAll(async () => {
  temporal = await testTemporal();
  const activities = Object.fromEntries(
    Object.keys(USUAL).map((name) => [
      name,
      async (input: never) => {
        asked.push(name);
        return (answers[name] ?? USUAL[name]!)(input);
      },
    ]),
  );
  worker = await workflowWorker(temporal, activities);
  running = worker.run();
}, 60_000);
afterAll(async () => {
  worker.shutdown();
  await running;
  await temporal.close();
});
beforeEach(() => {
  [asked, answers] = [[], {}];
});

let runs = 0;
/** A day of the campaign takes 30 ms of a fast clock. */
const FAST = 86_400_000 / 30;

async function start({ speed = 1, ...input }: Partial<PrintRunInput> & { speed?: number } = {}) {
  const runId = `spring/a6-postcard/2027-03-01T17:00:00.000Z/${(runs += 1)}`;
  const epoch = Date.now();
  const handle = await temporal.client.workflow.start('printRun', {
    workflowId: `print-run/${runId}`,
    taskQueue: 'parcours',
    args: [{ runId, cutOff: epoch, clock: { epoch, speed }, ...input }],
  });
  const reaches = (state: string) => until(state, async () => (await printRunStatus(temporal.client, runId)).state === state);
  return { runId, handle, reaches };
}

describe('the workflow of a print run', () => {
  test('goes through its steps and ends with what the printer says', async () => {
    const { handle } = await start({ speed: FAST });
    expect(await handle.result()).toMatchObject({ state: 'reconciled', pieces: 20, chunks: { done: 2, of: 2 }, handedOver: { at: 5, reference: 'job-7' }, reconciliation: REPORT });
    expect(asked).toEqual(['closeRun', 'refusalOf', 'renderChunk', 'renderChunk', 'completeRun', 'handOver', 'reconcile']);
  });

  test('gathers until its cut-off, in the campaign’s time', async () => {
    const began = Date.now();
    const { handle } = await start({ speed: FAST, cutOff: began + 20 * 86_400_000 });
    await handle.result();
    // Twenty days of 30 ms.
    expect(Date.now() - began).toBeGreaterThanOrEqual(590);
  });

  test('closes early when its batch is full, and starts the run of those beyond it', async () => {
    answers['closeRun'] = (input: { full?: boolean; batch?: number }) => ({ pieces: input.full ? (input.batch ?? 0) : 0, chunks: 1, overBudget: 0, next: 'spring/next' });
    let looks = 0;
    answers['waitUntilFull'] = () => {
      looks += 1;
      if (looks < 3) throw ApplicationFailure.create({ type: 'BatchNotFull', message: 'not yet', nextRetryDelay: 20 });
    };
    const { reaches, runId } = await start({ cutOff: Date.now() + 86_400_000, batch: 500 });
    await reaches('handed-over');
    expect(await printRunStatus(temporal.client, runId)).toMatchObject({ pieces: 500 });
    expect(asked.slice(0, 6)).toEqual(['waitUntilFull', 'waitUntilFull', 'waitUntilFull', 'closeRun', 'startRun', 'refusalOf']);
  });

  test('closes at its cut-off when its batch does not fill', async () => {
    answers['waitUntilFull'] = () => {
      throw ApplicationFailure.create({ type: 'BatchNotFull', message: 'not yet', nextRetryDelay: 100 });
    };
    const closing: unknown[] = [];
    answers['closeRun'] = (input) => (closing.push(input), { pieces: 0, chunks: 0, overBudget: 0 });
    answers['completeRun'] = () => ({ pieces: 0, seeds: 0, folder: null });
    const { handle, runId } = await start({ cutOff: Date.now() + 700, batch: 500 });
    expect(await handle.result()).toMatchObject({ state: 'reconciled', pieces: 0 });
    expect(closing).toEqual([{ runId, batch: 500 }]);
  });

  test('waits for an approval of its proof; what an operator may not do is refused with the reason', async () => {
    const { runId, reaches, handle } = await start({ proof: 8 });
    await reaches('awaiting-approval');
    expect(asked).toEqual(['closeRun', 'refusalOf', 'askApproval']);
    expect(await printRunStatus(temporal.client, runId)).toMatchObject({ proof: { file: '/out/proof/proof.pdf', pieces: 8, unprintable: 1 }, decideBy: expect.any(Number) });
    await expect(approvePrintRun(temporal.client, { runId, by: ' ' })).rejects.toThrow('Expected {"by": "your name"}, got {"by":" "}.');
    await expect(rejectPrintRun(temporal.client, { runId, reason: '' })).rejects.toThrow('Expected {"reason": "why"}');
    await expect(handle.executeUpdate('retry')).rejects.toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ message: `Expected print run ${runId} to be refused, got one that is awaiting-approval.` }) }),
    );

    expect(await approvePrintRun(temporal.client, { runId, by: 'Anne' })).toMatchObject({ approvedBy: 'Anne' });
    await reaches('handed-over');
    expect(asked.slice(3, 5)).toEqual(['approveRun', 'renderChunk']);
    await expect(approvePrintRun(temporal.client, { runId, by: 'Anne' })).rejects.toThrow(`Expected print run ${runId} to be awaiting-approval, got one that is handed-over.`);
  });

  test('does not ask when the campaign’s format was approved, by the record or while it waits', async () => {
    answers['askApproval'] = () => ({ approved: true, by: 'Anne' });
    const first = await start({ proof: 8 });
    await first.reaches('handed-over');
    answers = {};
    const second = await start({ proof: 8 });
    await second.reaches('awaiting-approval');
    await second.handle.signal('approved', { by: 'Anne' });
    await second.reaches('handed-over');
    expect(await printRunStatus(temporal.client, second.runId)).toMatchObject({ approvedBy: 'Anne' });
  });

  test('rejected, it is not printed: its pieces are recalled', async () => {
    const rejections: unknown[] = [];
    answers['rejectRun'] = (input) => (rejections.push(input), { recalled: 20 });
    const { runId, reaches, handle } = await start({ proof: 8 });
    await reaches('awaiting-approval');
    expect(await rejectPrintRun(temporal.client, { runId, reason: 'the logo is upside down', by: 'Anne' })).toMatchObject({
      state: 'rejected',
      pieces: 0,
      problem: 'Rejected: the logo is upside down (Anne)',
    });
    expect(await handle.result()).toMatchObject({ state: 'rejected' });
    expect(rejections).toEqual([{ runId, why: 'not-approved', problem: 'Rejected: the logo is upside down (Anne)' }]);
  });

  test('nobody approves for seven days of the campaign: it counts as rejected', async () => {
    const { handle } = await start({ proof: 8, speed: FAST });
    expect(await handle.result()).toMatchObject({ state: 'rejected', problem: 'Nobody approved its proof within 7 days.' });
    expect(asked).not.toContain('renderChunk');
  });

  test('a format that its printer does not print is found out before anything is rendered', async () => {
    answers['refusalOf'] = () => 'only letters';
    const { handle } = await start({ proof: 8 });
    expect(await handle.result()).toMatchObject({ state: 'rejected', problem: 'The printer does not print this format: only letters' });
    expect(asked).toEqual(['closeRun', 'refusalOf', 'rejectRun']);
  });

  test('a job that its printer refuses waits for an operator, who hands it over again', async () => {
    answers['handOver'] = () => {
      throw ApplicationFailure.nonRetryable('Expected the printer to know us, got 401. Give it our key.', 'PrinterRefused');
    };
    const { runId, reaches, handle } = await start();
    await reaches('refused');
    expect(await printRunStatus(temporal.client, runId)).toMatchObject({ problem: 'Expected the printer to know us, got 401. Give it our key.' });
    answers = {};
    await handle.executeUpdate('retry');
    await reaches('handed-over');
  });

  test('asks the printer daily, and says so when it never said', async () => {
    answers['reconcile'] = () => null;
    const { handle } = await start({ speed: FAST });
    expect(await handle.result()).toMatchObject({ state: 'unreported', reconciliation: { result: 'unreported' } });
    expect(asked.filter((name) => name === 'reconcile')).toHaveLength(14);
  });

  test('a report with pieces missing is asked for again until it is whole', async () => {
    let day = 0;
    answers['reconcile'] = () =>
      (day += 1) < 3 ? { ...REPORT, result: 'differs', printed: 19, missing: 1, differences: { ...REPORT.differences, missing: ['spring/p/card/1'] } } : REPORT;
    const { handle } = await start({ speed: FAST });
    expect(await handle.result()).toMatchObject({ state: 'reconciled' });
    expect(day).toBe(3);
  });

  test('takes the printer’s report by update, and names what differs', async () => {
    const spoiled = [{ pieceId: 'spring/p-1/card/1', reason: 'jammed' }];
    const given: unknown[] = [];
    answers['reconcile'] = (input) => (given.push(input), { ...REPORT, result: 'differs', printed: 19, spoiled: 1, differences: { ...REPORT.differences, spoiled } });
    const { runId, reaches, handle } = await start();
    await reaches('handed-over');
    const report = { pieces: [{ pieceId: 'spring/p-1/card/1', status: 'spoiled', reason: 'jammed' }] };
    const refusal = (options: object) => handle.executeUpdate('reconcile', { args: [options] }).catch((error: { cause?: Error }) => error.cause?.message);
    expect(await refusal({ report: { pieces: [{ pieceId: 'x', status: 'lost' }] } })).toBe(
      'Expected each piece as {"pieceId": "…", "status": "printed" or "spoiled"}, got {"pieceId":"x","status":"lost"}.',
    );
    expect(await handle.executeUpdate('reconcile', { args: [{ report }] })).toMatchObject({ state: 'differs', reconciliation: { spoiled: 1, differences: { spoiled } } });
    expect(await handle.result()).toMatchObject({ state: 'differs', reconciliation: { differences: { spoiled } } });
    expect(given).toEqual([{ runId, report }]);
  });

  test('shows in Temporal UI where it stands', async () => {
    const { reaches, handle } = await start({ proof: 8 });
    await reaches('awaiting-approval');
    const { currentDetails } = await handle.query<{ currentDetails: string }>('__temporal_workflow_metadata');
    expect(currentDetails.replace(/until [\d-]+ [\d:]+/, 'until 2027-03-08 17:00')).toMatchInlineSnapshot(`
     "**Waits for an approval of its proof**
     - 20 pieces, 0 of 2 parts rendered
     - proof of 8 pieces: \`/out/proof/proof.pdf\`; 1 pieces can't be printed as they are
     - until 2027-03-08 17:00 update \`approve\` {"by": "name"}, or \`reject\` {"reason": "why"}"
    `);
  });
});
