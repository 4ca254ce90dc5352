import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { CARD, harry, job, pdf, piece, postcards } from './rendered-job.ts';
import { idsAt, lobUnderTest, type LobUnderTest } from './lob-under-test.ts';

let tested: LobUnderTest;
beforeEach(async () => {
  tested = await lobUnderTest();
});
afterEach(() => tested.sandbox.close());

describe('pieces that are not printed', () => {
  test('are named with their reasons, and the others go on', async () => {
    const identities = [
      harry,
      { ...harry, addressLine: '12 Avenue of the Very Long And Winding Promenade', addressComplement: 'Building C' },
      { ...harry, firstName: null, lastName: null },
      { ...harry, postcode: '9410' },
      { ...harry, city: null },
      { ...harry, addressLine: '1 Undeliverable Rd', addressComplement: null },
      { ...harry, country: 'FR', postcode: '44000', city: 'Nantes' },
      { ...harry, firstName: 'Maximiliana Wilhelmina', lastName: 'Featherstonehaugh-Cholmondeley', title: 'Prof' },
    ];
    const { refused } = await tested.lob.handOver(await postcards(identities.length, (number) => ({ identity: identities[number - 1]! })));
    expect(refused.map(({ pieceId, reason }) => `${pieceId.slice(7, 12)} ${reason}`).sort()).toEqual([
      'p-002 address-too-long',
      'p-003 no-name',
      'p-004 bad-zip',
      'p-005 no-city',
      'p-006 lob-failed-deliverability-strictness',
    ]);
    expect((await tested.all()).map(({ to }) => [to['name'], to['address_country']])).toEqual(
      expect.arrayContaining([
        ['HARRY ZHANG', 'UNITED STATES'],
        ['HARRY ZHANG', 'FRANCE'],
        ['PROF M FEATHERSTONEHAUGH-CHOLMONDELEY', 'UNITED STATES'],
      ]),
    );
    expect(JSON.stringify(refused)).not.toMatch(/Harry|Zhang|Avenue/);
  });

  test('by their pages: of another size, too few, out of the file', async () => {
    const files = { '001.pdf': await pdf({ count: 2, width: 6, height: 4 }), '002.pdf': await pdf({ count: 1, ...CARD }) };
    const own = { frontsFile: null, frontPage: null } as const;
    const { refused } = await tested.lob.handOver(
      await job({
        files,
        pieces: [
          piece(1, { ...own, lastPage: 2 }),
          piece(2, { ...own, file: '002.pdf', firstPage: 1, lastPage: 1 }),
          piece(3, { ...own, file: '002.pdf', firstPage: 1, lastPage: 2 }),
        ],
      }),
    );
    expect(refused.map(({ reason }) => reason).sort()).toEqual(['wrong-pages', 'wrong-pages', 'wrong-size']);
  });

  test('abroad by the smallest postcard alone', async () => {
    const large = { width: 9.25, height: 6.25 };
    const files = { '001.pdf': await pdf({ count: 1, ...large }), '001-fronts.pdf': await pdf({ count: 1, ...large }) };
    const abroad = { ...harry, country: 'DE', postcode: '10115', city: 'Berlin' };
    const run = await job({ format: 'us-6x9-postcard', files, pieces: [piece(1, { identity: abroad })] });
    expect((await tested.lob.handOver(run)).refused).toEqual([{ pieceId: 'spring/p-001/renewal-postcard/1', reason: 'not-sent-abroad' }]);
    const card = await postcards(1, () => ({ identity: abroad }));
    expect((await tested.client({ from: undefined }).handOver(card)).refused).toEqual([{ pieceId: 'spring/p-001/renewal-postcard/1', reason: 'no-return-address' }]);
  });

  test('a format that Lob does not print is refused before anything is rendered', async () => {
    expect(tested.lob.refusesFormat('a6-postcard')).toMatchInlineSnapshot(
      `"Lob prints us-4x6-postcard, us-6x9-postcard, us-letter; it does not print a6-postcard. Choose another format for the message, or another printer."`,
    );
    expect(tested.lob.refusesFormat('us-6x9-postcard')).toBeUndefined();
    await expect(tested.lob.handOver(await job({ format: 'a6-postcard', files: {}, pieces: [piece(1)] }))).rejects.toMatchObject({ name: 'PermanentError', type: 'FormatRefused' });
  });

  test('a file that is not the one that was rendered stops the job', async () => {
    const run = await postcards(1);
    await expect(tested.lob.handOver({ ...run, files: run.files.map((file) => ({ ...file, sha256: '0'.repeat(64) })) })).rejects.toMatchObject({
      name: 'PermanentError',
      type: 'PrintFileChanged',
    });
    await expect(tested.lob.handOver({ ...run, folder: '/nowhere' })).rejects.toMatchObject({ name: 'RetryableError', type: 'RunFolderMissing' });
    expect(await idsAt(tested)).toEqual([]);
  });
});
