import { createHmac } from 'node:crypto';
import { mkdtemp, appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createSandbox, type LobOptions } from '../../sandbox/index.ts';
import { receiveLob } from './lob-receiver.ts';
import { until } from './receiver.ts';

const KEY = 'test_abc';
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function pdf(width: number, height: number, pages = 1): Promise<Blob> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) document.addPage([width * 72, height * 72]);
  return new Blob([new Uint8Array(await document.save())], { type: 'application/pdf' });
}
let card: Blob;
beforeAll(async () => {
  card = await pdf(6.25, 4.25);
});

async function start(options: Partial<LobOptions> & { folder?: string } = {}, statuses: number[] = []) {
  const { folder, ...lob } = options;
  const receiver = await receiveLob(statuses);
  const sandbox = await createSandbox({ key: 'key', signingKey: 'sign', folder, retryAfterMs: [1, 1, 1], lob: { key: KEY, webhookSecret: 'secret', webhookUrl: receiver.url, renderAfterMs: 1, ...lob } });
  const url = await sandbox.listen({ port: 0, host: '127.0.0.1' });
  let open = true;
  const close = async (): Promise<void> => {
    if (open) await sandbox.close();
    open = false;
  };
  closing.push(close, receiver.close);
  const call = async (method: string, path: string, init: RequestInit = {}) => {
    const answer = await fetch(url + path, { method, ...init, headers: { authorization: `Basic ${Buffer.from(`${KEY}:`).toString('base64')}`, ...init.headers } });
    return { status: answer.status, headers: answer.headers, json: (await answer.json()) as Record<string, unknown> & { error?: { code: string; message: string; status_code: number } } };
  };
  const post = (change: Record<string, string | Blob | undefined> = {}, { resource = 'postcards', key }: { resource?: string; key?: string } = {}) => {
    const form = new FormData();
    const fields = { ...ADDRESSED, use_type: 'marketing', front: card, back: card, ...change };
    for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.append(name, value);
    return call('POST', `/v1/${resource}`, { body: form, headers: key === undefined ? {} : { 'idempotency-key': key } });
  };
  const json = (path: string, body: object) => fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return { ...receiver, sandbox, close, url, call, post, json };
}

const ADDRESSED = { 'to[name]': 'Harry Zhang', 'to[address_line1]': '210 King St', 'to[address_city]': 'San Francisco', 'to[address_state]': 'CA', 'to[address_zip]': '94107' };

describe('what Lob checks', () => {
  test.each<[string, Record<string, string | undefined>, string, string]>([
    ['no recipient', Object.fromEntries(Object.keys(ADDRESSED).map((name) => [name, undefined])), 'invalid', 'to is required'],
    ['no street', { 'to[address_line1]': undefined }, 'invalid', 'to.address_line1 is required'],
    ['no name', { 'to[name]': undefined }, 'invalid', 'to.name or to.company is required'],
    ['a long name', { 'to[name]': 'x'.repeat(41) }, 'invalid', 'to.name length must be less than or equal to 40 characters long'],
    ['a long street', { 'to[address_line1]': 'x'.repeat(40), 'to[address_line2]': 'y'.repeat(11) }, 'address_length_exceeds_limit', 'the sum of to.address_line1 and to.address_line2 cannot surpass 50 characters'],
    ['a bad ZIP code', { 'to[address_zip]': '9410' }, 'invalid', 'to.address_zip must be in a valid zip format'],
    ['a field of the address that is none', { 'to[address_street]': 'x' }, 'invalid', 'to.address_street is not allowed'],
    ['a field that is none', { colour: 'red' }, 'invalid', 'colour is not allowed'],
    ['abroad without a return address', { 'to[address_country]': 'FR' }, 'invalid', 'from is required'],
    ['a return address abroad', { 'from[name]': 'B', 'from[address_line1]': '1 rue', 'from[address_zip]': '44000', 'from[address_country]': 'FR' }, 'foreign_return_address', 'from must be a US address'],
    ['no use', { use_type: undefined }, 'mail_use_type_can_not_be_null', 'use_type must be one of "marketing" or "operational"'],
    ['a small card by the slow class', { mail_type: 'usps_standard' }, 'invalid', 'mail_type usps_standard is not available for this postcard'],
    ['another size', { size: '5x7' }, 'invalid', 'size must be one of [4x6, 6x9, 6x11]'],
    ['much metadata', Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`metadata[k${index}]`, 'v'])), 'invalid', 'metadata must have less than or equal to 20 children'],
    ['a long key', { [`metadata[${'k'.repeat(41)}]`]: 'v' }, 'invalid', 'metadata keys must be at most 40 characters'],
    ['a long value', { 'metadata[k]': 'v'.repeat(501) }, 'invalid', 'metadata.k must be a string of at most 500 characters'],
    ['a quote in a value', { 'metadata[k]': '"' }, 'invalid', 'metadata.k must not contain the characters " and \\'],
    ['long merge variables', { 'merge_variables[k]': 'v'.repeat(25_000) }, 'invalid', 'merge_variables length must be less than or equal to 25000 characters long'],
    ['a send date in the past', { send_date: '2020-01-01' }, 'invalid', 'send_date must be in the future'],
    ['a send date in half a year', { send_date: new Date(Date.now() + 181 * 86_400_000).toISOString() }, 'invalid', 'send_date must be within 180 days'],
    ['no picture', { front: undefined }, 'invalid', 'front is required'],
    ['an address that is not delivered to', { 'to[address_line1]': '1 Undeliverable Rd' }, 'failed_deliverability_strictness', 'the to address does not meet your account strictness setting'],
  ])('%s', async (_name, change, code, message) => {
    const { post, call } = await start();
    expect(await post(change)).toMatchObject({ status: 422, json: { error: { code, message, status_code: 422 } } });
    expect((await call('GET', '/v1/postcards')).json).toMatchObject({ data: [], count: 0 });
  });

  test('artwork: size, pages, what is no PDF or locked', async () => {
    const { post } = await start();
    const codes = async (change: Record<string, Blob | string>, resource = 'postcards') => (await post(change, { resource })).json.error?.code;
    expect(await codes({ back: await pdf(6, 4) })).toBe('invalid_file_dimensions');
    expect(await codes({ back: await pdf(4.25, 6.25) })).toBe('invalid_file_dimensions');
    expect(await codes({ front: await pdf(6.25, 4.25, 2) })).toBe('file_pages_exceed_max');
    expect(await codes({ front: new Blob(['<b>no PDF</b>']) })).toBe('invalid_file');
    const locked = await PDFDocument.create();
    locked.addPage([450, 306]);
    locked.encrypt({ userPassword: 'a', ownerPassword: 'b' });
    expect(await codes({ front: new Blob([new Uint8Array(await locked.save())]) })).toBe('pdf_encrypted');
    const from = Object.fromEntries(Object.entries(ADDRESSED).map(([name, value]) => [name.replace('to', 'from'), value]));
    const letter = async (change: Record<string, Blob | string | undefined>) => post({ ...from, front: undefined, back: undefined, color: 'true', ...change }, { resource: 'letters' });
    expect((await letter({ file: await pdf(8.5, 11, 3) })).status).toBe(200);
    expect((await letter({ file: await pdf(8.27, 11.69) })).json.error?.code).toBe('invalid_file_dimensions');
    expect((await letter({ file: await pdf(8.5, 11), color: undefined })).json.error?.message).toBe('color is required');
  });

  test('the key', async () => {
    const { url } = await start();
    const answer = await fetch(`${url}/v1/postcards`, { headers: { authorization: `Basic ${Buffer.from('live_abc:').toString('base64')}` } });
    expect([answer.status, await answer.json()]).toEqual([401, { error: { code: 'invalid_api_key', status_code: 401, message: expect.any(String) } }]);
  });
});

describe('what Lob keeps', () => {
  test('a piece is found by its metadata, page by page, newest first', async () => {
    const { post, call } = await start();
    for (const piece of ['a', 'b', 'c']) await post({ 'metadata[run]': 'r1', 'metadata[piece]': piece });
    await post({ 'metadata[run]': 'r2', 'metadata[piece]': 'a' });
    const pieces = (json: object) => (json as { data: { metadata: { piece: string } }[] }).data.map(({ metadata }) => metadata.piece);
    const first = (await call('GET', '/v1/postcards?metadata[run]=r1&limit=2')).json as { next_url: string; previous_url: null };
    expect(pieces(first)).toEqual(['c', 'b']);
    const second = (await call('GET', first.next_url.slice(first.next_url.indexOf('/v1')))).json as { next_url: null; previous_url: string };
    expect([pieces(second), second.next_url]).toEqual([['a'], null]);
    expect(pieces((await call('GET', second.previous_url.slice(second.previous_url.indexOf('/v1')))).json)).toEqual(['c', 'b']);
    expect(pieces((await call('GET', '/v1/postcards?metadata[run]=r1&metadata[piece]=b')).json)).toEqual(['b']);
    expect((await call('GET', '/v1/letters?metadata[run]=r1')).json).toMatchObject({ data: [], count: 0 });
    expect((await call('GET', '/v1/postcards?meta[run]=r1')).status).toBe(422);
  });

  test('an idempotency key gives the piece back for a day, in its resource', async () => {
    const { post, json } = await start();
    const id = async () => (await post({}, { key: 'k' })).json['id'];
    const first = await id();
    expect(await id()).toBe(first);
    await json('/sandbox/lob/clock', { advanceMs: 86_399_000 });
    expect(await id()).toBe(first);
    await json('/sandbox/lob/clock', { advanceMs: 2_000 });
    expect(await id()).not.toBe(first);
    expect((await post({}, { key: 'k'.repeat(257) })).status).toBe(422);
  });

  test('a piece is deleted until its send date', async () => {
    const { post, call, json } = await start();
    const made = async () => (await post({ send_date: new Date(Date.now() + 60_000).toISOString() })).json['id'] as string;
    const [early, late] = [await made(), await made()];
    expect((await call('DELETE', `/v1/postcards/${early}`)).json).toEqual({ id: early, deleted: true });
    expect((await call('GET', `/v1/postcards/${early}`)).json).toMatchObject({ id: early, deleted: true });
    await json('/sandbox/lob/clock', { advanceMs: 61_000 });
    expect(await call('DELETE', `/v1/postcards/${late}`)).toMatchObject({ status: 422, json: { error: { code: 'not_deletable' } } });
    expect((await call('DELETE', '/v1/postcards/psc_none')).status).toBe(404);
    expect((await call('DELETE', `/v1/letters/${late}`)).status).toBe(404);
  });

  test('requests are counted by endpoint, and too many refused until the window ends', async () => {
    const { call, post, json } = await start({ rate: { requests: 2, perMs: 5_000 } });
    const [first, second, third] = [await post(), await post(), await post()];
    expect(first.headers.get('x-rate-limit-limit')).toBe('2');
    expect(second.headers.get('x-rate-limit-remaining')).toBe('0');
    expect(third).toMatchObject({ status: 429, json: { error: { code: 'rate_limit_exceeded' } } });
    expect(Number(third.headers.get('x-rate-limit-reset'))).toBeGreaterThan(Date.now() / 1_000);
    expect((await call('GET', '/v1/postcards')).status).toBe(200);
    await json('/sandbox/lob/clock', { advanceMs: 5_001 });
    expect((await post()).status).toBe(200);
  });

  test('all is there after a restart: pieces, keys, artwork, and what was not told yet is told then', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-lob-'));
    const before = await start({ folder }, Array.from({ length: 99 }, () => 500));
    const { id } = (await before.post({ 'metadata[piece]': 'a' }, { key: 'k' })).json as { id: string };
    await before.close();
    await appendFile(join(folder, 'lob.jsonl'), '{"piece":{"num');

    const after = await start({ folder });
    await until(() => after.kinds().length >= 1);
    expect((await after.post({ 'metadata[piece]': 'a' }, { key: 'k' })).json).toMatchObject({ id, metadata: { piece: 'a' } });
    const proof = await PDFDocument.load(await (await fetch(`${after.url}/lob/${id}.pdf`)).arrayBuffer());
    expect(proof.getPageCount()).toBe(2);
    expect(after.received.every(({ event }) => event.reference_id === id)).toBe(true);
  });
});

describe('what Lob tells', () => {
  test('a piece’s life, step by step as it is asked for, in its shape and signed', async () => {
    const { post, json, kinds, received } = await start();
    const { id } = (await post({ 'metadata[piece]': 'spring/p-001/card/1' })).json as { id: string };
    await until(() => kinds().length === 3);
    for (const next of ['mailed', 'in_transit', 'in_local_area', 'processed_for_delivery', 'delivered']) {
      expect(await (await json(`/sandbox/lob/${id}/progressions`, {})).json()).toMatchObject({ id, state: next });
    }
    expect((await json(`/sandbox/lob/${id}/progressions`, {})).status).toBe(409);
    await until(() => kinds().length === 8);
    expect(kinds().sort()).toEqual(['created', 'delivered', 'in_local_area', 'in_transit', 'mailed', 'processed_for_delivery', 'rendered_pdf', 'rendered_thumbnails'].map((state) => `postcard.${state}`));
    expect(new Set(received.map(({ event }) => event.id)).size).toBe(8);
    for (const { headers, raw, event } of received) {
      const timestamp = headers['lob-signature-timestamp'] as string;
      expect(headers['lob-signature']).toBe(createHmac('sha256', 'secret').update(`${timestamp}.${raw}`).digest('hex'));
      expect(event).toMatchObject({ id: expect.stringMatching(/^evt_/), reference_id: id, object: 'event', event_type: { resource: 'postcards', enabled_for_test: true }, body: { id, metadata: { piece: 'spring/p-001/card/1' }, carrier: 'USPS', expected_delivery_date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) } });
    }
  });

  test('a named turn alone, failures, deletions with nothing but the id; tried again until it is taken, with the same event', async () => {
    const { post, call, json, kinds, received } = await start({}, [500, 503]);
    const returned = (await post()).json['id'] as string;
    await json(`/sandbox/lob/${returned}/progressions`, { to: 'returned_to_sender' });
    const failed = (await post({ 'to[address_line2]': 'Unrenderable' })).json['id'] as string;
    const deleted = (await post({ send_date: new Date(Date.now() + 60_000).toISOString() })).json['id'] as string;
    await call('DELETE', `/v1/postcards/${deleted}`);
    await until(() => ['returned_to_sender', 'failed', 'deleted'].every((state) => kinds().includes(`postcard.${state}`)) && new Set(received.map(({ event }) => event.id)).size + 2 <= received.length);
    const of = (id: string, state: string) => received.find(({ event }) => event.reference_id === id && event.event_type.id === `postcard.${state}`)?.event.body;
    expect(of(failed, 'failed')).toMatchObject({ status: 'failed', failure_reason: { errors: [{ error_type: 'render_error' }] } });
    expect(of(deleted, 'deleted')).toEqual({ id: deleted, deleted: true });
    expect(of(returned, 'returned_to_sender')).toMatchObject({ id: returned });
    expect((await json(`/sandbox/lob/${returned}/progressions`, { to: 'exploded' })).status).toBe(400);
    expect((await json('/sandbox/lob/psc_none/progressions', {})).status).toBe(404);
  });
});

describe('for people', () => {
  test('a page shows the pieces, where each stands and where to, without scripts; its button moves one on', async () => {
    const { post, url } = await start();
    expect(await (await fetch(`${url}/lob`)).text()).toContain('No mailpiece yet');
    const { id } = (await post({ 'to[name]': 'Zoë <b>Quinn</b>', 'metadata[message]': 'renewal-postcard' })).json as { id: string };
    const page = async () => (await fetch(`${url}/lob`)).text();
    await until(async () => (await page()).includes('>rendered<'));
    expect(await page()).toContain('Zoë &lt;b&gt;Quinn&lt;/b&gt;');
    expect(await page()).not.toContain('<script');
    expect((await fetch(`${url}/lob`)).headers.get('content-security-policy')).toContain("default-src 'none'");
    const moved = await fetch(`${url}/lob/${id}/next`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([303, '/lob']);
    expect(await page()).toContain('>mailed<');
    expect((await fetch(`${url}/lob/psc_none.pdf`)).status).toBe(404);
  });
});
