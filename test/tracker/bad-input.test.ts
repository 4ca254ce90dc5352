import { createHmac, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { API_KEY, SIGNING_KEY, trackerUnderTest, type Person, type TrackerUnderTest } from './tracker-under-test.ts';

const LOB_SECRET = 'lob-signs-with-this';
let tracked: TrackerUnderTest;
let person: Person;
beforeAll(async () => {
  tracked = await trackerUnderTest({ lob: { secret: LOB_SECRET } });
});
afterAll(() => tracked.close());
beforeEach(async () => {
  person = await tracked.person({ locale: 'en-GB' });
});

/** Every door that takes a body, and how its callers are spoken to. */
const DOORS = {
  page: { path: () => `/p/${person.tokens.qr}`, speaks: 'html' },
  preferences: { path: () => `/u/${person.tokens.unsubscribe}`, speaks: 'html' },
  confirmation: { path: () => `/k/${person.tokens.click}`, speaks: 'html' },
  mailgun: { path: () => '/hooks/mailgun', speaks: 'json' },
  lob: { path: () => '/hooks/lob', speaks: 'json' },
  events: { path: () => '/v1/events', speaks: 'json' },
} as const;
type Door = keyof typeof DOORS;

const BODIES = {
  'multipart without its end': { type: 'multipart/form-data; boundary=x', body: '--x\r\nContent-Disposition: form-data; name="interest\r\n\r\n\0\0--x' },
  'multipart without a boundary': { type: 'multipart/form-data', body: '--\r\n\r\n' },
  'JSON that breaks off': { type: 'application/json', body: '{"signature":{"timestamp":' },
  'JSON with a prototype': { type: 'application/json', body: '{"__proto__":{"admin":true},"constructor":{"prototype":{}}}' },
  'bytes that are no text': { type: 'application/x-www-form-urlencoded', body: '%ff%fe=%00&interest=%c3%28' },
  'a type of nowhere': { type: 'text/\u00e9', body: 'x' },
  'ten megabytes': { type: 'application/json', body: `{"x":"${'x'.repeat(10 * 1024 * 1024)}"}` },
} as const;

const cases = (Object.keys(DOORS) as Door[]).flatMap((door) => (Object.keys(BODIES) as (keyof typeof BODIES)[]).map((body) => [body, door] as const));

test.each(cases)('%s at %s: a clear answer, and nothing is stored', async (name, door) => {
  const { path, speaks } = DOORS[door];
  const { type, body } = BODIES[name];
  const key: Record<string, string> = door === 'events' ? { authorization: `Bearer ${API_KEY}` } : {};
  const count = async () => (await tracked.store.selectFrom('events').select('id').execute()).length;
  const before = await count();
  const answer = await tracked.request('POST', path(), { headers: { 'content-type': Buffer.from(type, 'utf8').toString('latin1'), ...key }, body });
  // A mailbox's button says all it has to say by posting at all (RFC 8058): whatever its body is like, a withdrawal is never lost.
  const withdraws = door === 'preferences' && name !== 'ten megabytes' && answer.status === 200;
  expect(withdraws ? 400 : answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(await count()).toBe(before + (withdraws ? 1 : 0));
  if (withdraws) return;
  if (speaks === 'html') expect(answer.body).toMatch(/<h1[^>]*>[^<]{5,}/);
  else expect(JSON.parse(answer.body)).toEqual({ error: expect.objectContaining({ type: expect.any(String), message: expect.stringMatching(/.{15}/) }) });
  expect(answer.body).not.toMatch(/\bat .*\.(ts|js):\d+/);
});

test('forged and replayed webhooks change nothing, whoever they say to be', async () => {
  const { journeyId, prospectId } = person;
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const token = randomBytes(25).toString('hex');
  const by = (key: string) => ({ timestamp, token, signature: createHmac('sha256', key).update(timestamp + token).digest('hex') });
  const complaint = (id: string) => ({ id, event: 'complained', timestamp: Date.now() / 1_000, 'user-variables': { touch: `${journeyId}/thank-you/1` } });
  for (const signature of [by('another-key'), { ...by(SIGNING_KEY), signature: '' }, { ...by(SIGNING_KEY), signature: 'zz' }, { ...by(SIGNING_KEY), token: `${token}0` }]) {
    expect((await tracked.post('/hooks/mailgun', { signature, 'event-data': complaint('forged') })).status).toBe(406);
  }
  // Captured on its way: the signature is ours, and belongs to a delivery.
  expect((await tracked.post('/hooks/mailgun', { signature: by(SIGNING_KEY), 'event-data': { ...complaint('true'), event: 'delivered' } })).status).toBe(200);
  expect(await tracked.post('/hooks/mailgun', { signature: by(SIGNING_KEY), 'event-data': complaint('replayed') })).toMatchObject({ status: 406, json: { error: { type: 'replayed' } } });
  const lob = JSON.stringify({ id: 'evt_1', body: {} });
  for (const [signed, age] of [['another-secret', 0], [LOB_SECRET, 3_600_000]] as const) {
    const at = String(Date.now() - age);
    const signature = createHmac('sha256', signed).update(`${at}.${lob}`).digest('hex');
    const answer = await tracked.request('POST', '/hooks/lob', { headers: { 'content-type': 'application/json', 'lob-signature': signature, 'lob-signature-timestamp': at }, body: lob });
    expect([401, 403, 406]).toContain(answer.status);
  }
  expect((await tracked.events(journeyId)).map(({ kind }) => kind)).toEqual(['delivered']);
  expect(await tracked.suppressions(prospectId)).toEqual({});
});
