import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createPhone, PHONES } from '../../../cli/demo/crowd/phone.ts';

/** Enough of a site to see what a phone asks for. */
let server: Server;
let base: string;
let asked: { line: string; body: string; agent: string | undefined }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      asked.push({ line: `${request.method} ${request.url}`, body, agent: request.headers['user-agent'] });
      if (request.url?.startsWith('/Q/')) return response.writeHead(302, { location: '/p/x' }).end();
      if (request.url === '/c/outside') return response.writeHead(302, { location: 'https://www.bellebraise.example/' }).end();
      if (request.url === '/loop') return response.writeHead(302, { location: '/loop' }).end();
      if (request.url === '/broken') return response.writeHead(500).end();
      if (request.method === 'POST' && request.url === '/p/x') return response.writeHead(303, { location: '/p/x?merci' }).end();
      return response.end('<form action="/p/x"><input type="radio" name="interest" value="advice"></form><script>navigator.sendBeacon("/b/x?v=1")</script>');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  asked = [];
});
afterAll(() => void server.close());

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

const lines = (): string[] => asked.map(({ line }) => line);

describe('a phone', () => {
  test('opens a scanned address, says that the page is seen, and posts its form', async () => {
    const phone = createPhone(PHONES[0]);
    // As the QR code holds it: in capitals.
    const page = await phone.open(`${base.toUpperCase()}/Q/7KQ9XM2PAB`);
    if ('outside' in page) throw new Error('Expected a page.');
    await phone.see(page);
    await phone.submit(page.forms[0]!, { interest: 'advice' });
    expect(lines()).toEqual(['GET /Q/7KQ9XM2PAB', 'GET /p/x', 'POST /b/x?v=1', 'POST /p/x', 'GET /p/x?merci']);
    expect(asked[3]?.body).toBe('interest=advice');
    expect(new Set(asked.map(({ agent }) => agent))).toEqual(new Set([PHONES[0]]));
  });

  test('stops where a link leads outside, and asks nobody there', async () => {
    await expect(createPhone(PHONES[0]).open(`${base}/c/outside`)).resolves.toEqual({ outside: 'https://www.bellebraise.example/' });
    expect(lines()).toEqual(['GET /c/outside']);
  });

  test('refuses to ask another machine', async () => {
    await expect(createPhone(PHONES[0]).open('https://www.bellebraise.example/')).rejects.toThrow('Expected an address of this machine, got www.bellebraise.example.');
  });

  test('as a scanner asks for the head, then for the page, and runs no script', async () => {
    await createPhone('BarracudaCentral/1.0').scan(`${base}/Q/7KQ9XM2PAB`);
    expect(lines()).toEqual(['HEAD /Q/7KQ9XM2PAB', 'HEAD /p/x', 'GET /Q/7KQ9XM2PAB', 'GET /p/x']);
  });

  test('gives up on redirects without end, and on answers that are no success', async () => {
    const phone = createPhone(PHONES[0]);
    await expect(phone.open(`${base}/loop`)).rejects.toThrow('Expected at most 5 redirects');
    await expect(phone.open(`${base}/broken`)).rejects.toThrow('Expected a page, got 500.');
  });
});
