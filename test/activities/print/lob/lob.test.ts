import { mkdtemp } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PDFDocument } from '@cantoo/pdf-lib';
import { freePort } from '../../../../cli/stack/index.ts';
import { CARD, job, pdf, piece, postcards } from './rendered-job.ts';
import { idsAt, lobUnderTest, type LobUnderTest } from './lob-under-test.ts';

const DAY = 86_400_000;
let tested: LobUnderTest;
beforeEach(async () => {
  tested = await lobUnderTest();
});
afterEach(() => tested.sandbox.close());

describe('a run of postcards', () => {
  test('is made piece by piece: addresses in Lob’s shape, metadata to find it by, a send date that leaves time to recall', async () => {
    const run = await postcards(3);
    const { refused, reference } = await tested.lob.handOver(run);
    expect(refused).toEqual([]);
    expect(reference).toBe(`${tested.url}/v1/postcards?metadata%5Brun%5D=spring%2Fus-4x6-postcard%2F2027-03-01T17%3A00%3A00.000Z`);
    const made = await tested.all();
    expect(made).toHaveLength(3);
    const second = made.find(({ metadata }) => metadata['piece']?.includes('p-002'))!;
    expect(second).toMatchObject({
      size: '4x6',
      mail_type: 'usps_first_class',
      use_type: 'marketing',
      metadata: {
        piece: 'spring/p-002/renewal-postcard/1',
        run: 'spring/us-4x6-postcard/2027-03-01T17:00:00.000Z',
        campaign: 'spring',
        message: 'renewal-postcard',
        variant: 'warm',
      },
      to: {
        name: 'HARRY ZHANG',
        address_line1: '210 KING ST',
        address_line2: '# 6100',
        address_city: 'SAN FRANCISCO',
        address_state: 'CA',
        address_zip: '94107',
        address_country: 'UNITED STATES',
      },
      from: { name: 'BELLEBRAISE', address_state: 'CA' },
    });
    const untilPress = Date.parse(second.send_date) - Date.now();
    expect(untilPress).toBeGreaterThan(0.9 * 3_600_000);
    expect(untilPress).toBeLessThanOrEqual(3_600_000);
    expect(JSON.stringify(second.metadata)).not.toMatch(/Harry|King/i);
  });

  test('has its own pages cut out, without what stands around the bleed', async () => {
    const files = { '001.pdf': await pdf({ count: 4, ...CARD, margin: 0.5 }), '001-fronts.pdf': await pdf({ count: 1, ...CARD, margin: 0.5 }) };
    const pieces = [piece(1), piece(2, { firstPage: 3, lastPage: 4, frontsFile: null, frontPage: null })];
    expect((await tested.lob.handOver(await job({ files, pieces }))).refused).toEqual([]);
    for (const { id } of await tested.all()) {
      const proof = await PDFDocument.load(await (await fetch(`${tested.url}/lob/${id}.pdf`)).arrayBuffer());
      expect(proof.getPages().map((page) => [page.getWidth() / 72, page.getHeight() / 72])).toEqual([
        [6.25, 4.25],
        [6.25, 4.25],
      ]);
    }
  });

  test('handed over again, a day or a week later, makes nothing twice', async () => {
    const run = await postcards(5);
    await tested.lob.handOver(run);
    await tested.lob.handOver(run);
    await tested.wait(7 * DAY);
    expect((await tested.client().handOver(run)).refused).toEqual([]);
    expect(await idsAt(tested)).toHaveLength(5);
  });

  test('goes by the slower class where the postage says so and Lob has it', async () => {
    const large = { width: 9.25, height: 6.25 };
    const files = { '001.pdf': await pdf({ count: 1, ...large }), '001-fronts.pdf': await pdf({ count: 1, ...large }) };
    await tested.lob.handOver(await job({ format: 'us-6x9-postcard', files, pieces: [piece(1, { postageClass: 'USPS Marketing Mail' })] }));
    await tested.lob.handOver(await postcards(1, () => ({ pieceId: 'spring/p-9/card/1', postageClass: 'USPS Marketing Mail' })));
    expect((await tested.all()).map(({ size, mail_type: type }) => [size, type])).toEqual([
      ['6x9', 'usps_standard'],
      ['4x6', 'usps_first_class'],
    ]);
  });
});

test('a letter is one file with all its pages, in colour, with a return address', async () => {
  const files = { '001.pdf': await pdf({ count: 5, width: 8.5, height: 11 }) };
  const letter = (number: number, firstPage: number, lastPage: number) => piece(number, { firstPage, lastPage, frontsFile: null, frontPage: null });
  const run = await job({ format: 'us-letter', files, pieces: [letter(1, 1, 2), letter(2, 3, 5)] });
  expect((await tested.lob.handOver(run)).refused).toEqual([]);
  const [first, second] = await tested.all('letters');
  expect(first).toMatchObject({ object: 'letter', color: true, double_sided: true, from: { name: 'BELLEBRAISE' } });
  const pages = await Promise.all(
    [first, second].map(async (one) => (await PDFDocument.load(await (await fetch(`${tested.url}/lob/${one!.id}.pdf`)).arrayBuffer())).getPageCount()),
  );
  expect(pages.sort()).toEqual([2, 3]);
  expect(tested.client({ from: undefined }).refusesFormat('us-letter')).toContain('LOB_FROM');
});

describe('trouble', () => {
  test('an answer lost after acceptance does not make the piece twice', async () => {
    await tested.fault({ kind: 'lose-answer', after: 1 });
    expect((await tested.lob.handOver(await postcards(3))).refused).toEqual([]);
    expect(await idsAt(tested)).toHaveLength(3);
  });

  test('nor two days later, when nobody ever heard of the acceptance and the idempotency key has long expired', async () => {
    const run = await postcards(2);
    await tested.fault({ kind: 'lose-answer', count: 2 });
    await tested.fault({ target: 'lob-list', kind: 'fail-next', after: 1, count: 2 });
    await expect(tested.lob.handOver(run)).rejects.toMatchObject({ type: 'LobTrouble' });
    await tested.wait(2 * DAY);
    await tested.client().handOver(run);
    expect(await idsAt(tested)).toEqual(['spring/p-001/renewal-postcard/1', 'spring/p-002/renewal-postcard/1']);
  });

  test('an idempotency key outlived is no protection by itself: the sandbox makes the piece again, we ask first', async () => {
    const run = await postcards(1);
    await tested.lob.handOver(run);
    await tested.wait(25 * 3_600_000);
    const [known] = await tested.all();
    const form = new FormData();
    for (const [name, value] of Object.entries({
      'to[name]': 'H',
      'to[address_line1]': '1 A St',
      'to[address_city]': 'X',
      'to[address_state]': 'CA',
      'to[address_zip]': '94107',
      use_type: 'marketing',
      front: '<b>f</b>',
      back: '<b>b</b>',
    }))
      form.append(name, value);
    const again = await fetch(`${tested.url}/v1/postcards`, {
      method: 'POST',
      body: form,
      headers: { authorization: `Basic ${Buffer.from('test_0123456789:').toString('base64')}`, 'idempotency-key': 'spring/p-001/renewal-postcard/1' },
    });
    expect(((await again.json()) as { id: string }).id).not.toBe(known!.id);
    await tested.lob.handOver(run);
    expect((await tested.all()).filter(({ metadata }) => metadata['piece'] !== undefined)).toHaveLength(1);
  });

  test('500s in the middle of 300 pieces end the attempt; the next one, of a Lob that was started again, makes what is missing and only that', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parcours-lob-sandbox-'));
    const run = await postcards(300);
    const broken = await lobUnderTest({}, folder);
    await broken.fault({ kind: 'fail-next', status: 500, after: 150, count: 1_000 });
    await expect(broken.lob.handOver(run)).rejects.toMatchObject({ name: 'RetryableError', type: 'LobTrouble' });
    const before = (await broken.all()).map(({ id }) => id);
    expect(before).toHaveLength(150);
    await broken.sandbox.close();

    const mended = await lobUnderTest({}, folder);
    const beats: unknown[] = [];
    expect((await mended.lob.handOver(run, { heartbeat: (beat) => beats.push(beat) })).refused).toEqual([]);
    const after = await mended.all();
    expect(after.slice(0, 150).map(({ id }) => id)).toEqual(before);
    expect(new Set(after.map(({ metadata }) => metadata['piece'])).size).toBe(300);
    expect(after).toHaveLength(300);
    expect(beats.at(-1)).toEqual({ made: 300, refused: 0 });
    await mended.sandbox.close();
  });

  test('a busy Lob is waited for, as long as it asks', async () => {
    await tested.fault({ kind: 'throttle', after: 2, count: 3, retryAfter: 0 });
    const beats: unknown[] = [];
    expect((await tested.lob.handOver(await postcards(6), { heartbeat: (beat) => beats.push(beat) })).refused).toEqual([]);
    expect(await idsAt(tested)).toHaveLength(6);
    expect(beats.at(-1)).toEqual({ made: 6, refused: 0 });
  });

  test('so is one that counts requests, until its window ends', async () => {
    const strict = await lobUnderTest({ rate: { requests: 10, perMs: 100 } });
    expect((await strict.client({ concurrency: 4 }).handOver(await postcards(24))).refused).toEqual([]);
    await strict.wait(60_000);
    expect(await strict.all()).toHaveLength(24);
    await strict.sandbox.close();
  });

  test('one that is busy for long leaves the wait to whoever retries', async () => {
    await tested.fault({ kind: 'throttle', count: 100, retryAfter: 600 });
    await expect(tested.lob.handOver(await postcards(2))).rejects.toMatchObject({ type: 'LobBusy', retryAfterMs: 600_000 });
  });

  test.each([
    [401, 'LobUnauthorized', 'LOB_API_KEY'],
    [403, 'LobForbidden', 'LOB_GRACE_MINUTES'],
    [503, 'LobTrouble', 'later'],
  ])('%i is for later, and says what to look at', async (status, type, words) => {
    await tested.fault({ kind: 'fail-next', status, count: 100 });
    await expect(tested.lob.handOver(await postcards(1))).rejects.toMatchObject({ name: 'RetryableError', type, message: expect.stringContaining(words) });
  });

  test('a wrong key, and no Lob there at all, are for later', async () => {
    const run = await postcards(1);
    await expect(tested.client({ key: 'test_wrong' }).handOver(run)).rejects.toMatchObject({ name: 'RetryableError', type: 'LobUnauthorized' });
    await expect(tested.client({ url: `http://127.0.0.1:${await freePort()}` }).handOver(run)).rejects.toMatchObject({
      name: 'RetryableError',
      type: 'LobUnreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
    await expect(tested.client({ from: { name: 'Nobody' } }).handOver(run)).rejects.toMatchObject({
      name: 'RetryableError',
      type: 'LobSetting',
      message: expect.stringContaining('LOB_FROM'),
    });
  });
});

describe('a Lob', () => {
  test('that does not answer in time is retried, and the error says where it was', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready));
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    await expect(tested.client({ url, timeoutMs: 50 }).handOver(await postcards(1))).rejects.toMatchObject({ name: 'RetryableError', type: 'LobUnreachable', message: `Expected Lob to list its postcards at ${url}, got TimeoutError. It may have it all the same: it is looked up before it is made again.` });
    silent.close();
  });

  test('behind something that answers in its place does not cost a piece', async () => {
    await tested.fault({ kind: 'fail-next', status: 418, count: 2 });
    await expect(tested.lob.handOver(await postcards(1))).rejects.toMatchObject({ name: 'RetryableError', type: 'LobTrouble' });
    const page = createHttpServer((_request, response) => response.end('<h1>Welcome</h1>'));
    await new Promise<void>((ready) => page.listen(0, '127.0.0.1', ready));
    await expect(tested.client({ url: `http://127.0.0.1:${(page.address() as AddressInfo).port}` }).handOver(await postcards(1))).rejects.toMatchObject({ type: 'LobTrouble', message: expect.stringContaining('LOB_URL') });
    page.close();
  });
});
