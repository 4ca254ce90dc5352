import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { trackerUnderTest, type TrackerUnderTest } from './tracker-under-test.ts';

let tracked: TrackerUnderTest;
beforeAll(async () => {
  tracked = await trackerUnderTest({ slowest: { headers: 200, request: 400 } });
});
afterAll(() => tracked.close());

/** A caller that begins as said and goes on with a symbol every so often, for as long as it is let. */
function drip(beginning: string, symbol: string): { readonly socket: Socket; readonly ended: Promise<string> } {
  const { hostname, port } = new URL(tracked.address);
  const socket = connect(Number(port), hostname);
  let heard = '';
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  socket.on('error', () => {});
  socket.write(beginning);
  const drops = setInterval(() => socket.write(symbol), 20);
  const ended = once(socket, 'close').then(() => {
    clearInterval(drops);
    return heard;
  });
  return { socket, ended };
}

test('headers that never end are not waited for: told so, and the connection is closed', async () => {
  const callers = Array.from({ length: 20 }, () => drip('GET /healthz HTTP/1.1\r\nHost: tracker.example\r\nX-Slow: ', 'a'));
  for (const heard of await Promise.all(callers.map(({ ended }) => ended))) expect(heard).toMatch(/^HTTP\/1\.1 408 /);
});

test('nor is a form that comes letter by letter; nothing of it is stored, and others are answered meanwhile', async () => {
  const { tokens, journeyId } = await tracked.person();
  const form = `POST /p/${tokens.qr} HTTP/1.1\r\nHost: tracker.example\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\ninterest=`;
  const callers = Array.from({ length: 20 }, () => drip(form, 'r'));
  expect((await tracked.get(`/q/${tokens.qr}`)).status).toBe(302);
  await Promise.all(callers.map(({ ended }) => ended));
  expect((await tracked.events(journeyId)).map(({ kind }) => kind)).toEqual(['scan']);
  expect((await tracked.form(`/p/${tokens.qr}`, { interest: 'replace' })).status).toBe(303);
});

test('a chunked body without an end is closed as well, and one that grows past the limit is refused', async () => {
  const { tokens } = await tracked.person();
  const chunked = `POST /u/${tokens.unsubscribe} HTTP/1.1\r\nHost: tracker.example\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n`;
  await drip(chunked, '1\r\na\r\n').ended;
  const large = drip(chunked, `2800\r\n${'x'.repeat(0x2800)}\r\n`);
  expect(await large.ended).toMatch(/^HTTP\/1\.1 413 /);
});
