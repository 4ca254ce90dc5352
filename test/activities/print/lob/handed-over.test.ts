import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { until } from '../../../setup/until.ts';
import { idsAt, lobUnderTest, type LobUnderTest } from './lob-under-test.ts';
import { harry, postcards } from './rendered-job.ts';

const DAY = 86_400_000;
let tested: LobUnderTest;
beforeEach(async () => {
  tested = await lobUnderTest();
});
afterEach(() => tested.sandbox.close());

describe('after the hand-over', () => {
  const order = 'shop/p-001/order-"7"\\%22-é/voucher-card/1';

  test('a piece is cancelled until its send date, whatever its id is made of', async () => {
    await tested.lob.handOver(await postcards(2, (number) => (number === 1 ? { pieceId: order } : {})));
    expect(await tested.lob.cancel!(order)).toBe('cancelled');
    expect(await tested.lob.cancel!(order)).toBe('cancelled');
    await tested.wait(3_700_000);
    expect(await tested.lob.cancel!('spring/p-002/renewal-postcard/1')).toBe('too-late');
    expect(await tested.lob.cancel!('spring/p-777/renewal-postcard/1')).toBe('too-late');
    expect((await tested.all()).map(({ deleted }) => deleted ?? false).sort()).toEqual([false, true]);
  });

  test('a cancelled piece is not made again by a repeated hand-over', async () => {
    const run = await postcards(1);
    await tested.lob.handOver(run);
    await tested.lob.cancel!('spring/p-001/renewal-postcard/1');
    await tested.wait(2 * DAY);
    await tested.lob.handOver(run);
    expect(await idsAt(tested)).toHaveLength(1);
  });

  test('the report comes once nothing can change any more, page by page, with what was spoiled', async () => {
    const run = await postcards(120, (number) => (number === 7 ? { identity: { ...harry, addressComplement: 'Unrenderable' } } : number === 1 ? { pieceId: order } : {}));
    const { reference } = await tested.lob.handOver(run);
    await until('the last piece to be rendered', async () => (await tested.all()).every(({ status }) => status !== 'processed'));
    expect(await tested.lob.report({ ...run, reference })).toBeUndefined();
    await tested.lob.cancel!('spring/p-003/renewal-postcard/1');

    const later = tested.client({ now: () => Date.now() + 3_700_000 });
    const report = await later.report({ ...run, reference });
    expect(report!.pieces).toHaveLength(120);
    expect(report!.pieces.filter(({ status }) => status === 'spoiled').sort((a, b) => a.pieceId.localeCompare(b.pieceId))).toEqual([
      { pieceId: 'spring/p-003/renewal-postcard/1', status: 'spoiled', reason: 'cancelled' },
      { pieceId: 'spring/p-007/renewal-postcard/1', status: 'spoiled', reason: 'not-rendered' },
    ]);
    expect(report!.pieces).toContainEqual({ pieceId: order, status: 'printed', at: expect.any(String) });

    // What failed is known when the job is handed over again.
    expect((await tested.lob.handOver(run)).refused).toEqual([{ pieceId: 'spring/p-007/renewal-postcard/1', reason: 'lob-not-rendered' }]);
  });
});
