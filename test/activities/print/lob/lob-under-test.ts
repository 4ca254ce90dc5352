import type { FastifyInstance } from 'fastify';
import { createLob, type LobOptions as ProviderOptions } from '../../../../activities/print/providers/lob/index.ts';
import type { PrintProvider } from '../../../../activities/print/providers/print-provider.ts';
import { createSandbox, type LobOptions } from '../../../../sandbox/index.ts';

export const LOB_KEY = 'test_0123456789';
export const RETURN_ADDRESS = { name: 'Bellebraise', address_line1: '185 Berry St', address_city: 'San Francisco', address_state: 'CA', address_zip: '94107' };

/** A piece as Lob's lists show it, as far as tests look at it. */
export interface Listed {
  readonly id: string;
  readonly metadata: Record<string, string>;
  readonly to: Record<string, string | null>;
  readonly from: Record<string, string | null> | null;
  readonly status: string;
  readonly mail_type: string;
  readonly size?: string;
  readonly send_date: string;
  readonly deleted?: boolean;
}

export interface LobUnderTest {
  readonly url: string;
  readonly lob: PrintProvider;
  readonly sandbox: FastifyInstance;
  /** Another client of the same Lob. */
  client(options?: Partial<ProviderOptions>): PrintProvider;
  fault(fault: object): Promise<void>;
  /** The sandbox's Lob goes on by so many milliseconds. */
  wait(ms: number): Promise<void>;
  /** All that Lob has, oldest first. */
  all(resource?: 'postcards' | 'letters'): Promise<Listed[]>;
  /** Lets what comes next happen to a piece, or what is named. */
  progress(id: string, to?: string): Promise<Response>;
}

/** The ids of the pieces that Lob has, by ours. */
export const idsAt = async (tested: LobUnderTest) => (await tested.all()).map(({ metadata }) => metadata['piece']).sort();

/** A sandbox with a Lob that is in no hurry to refuse, and our client for it. */
export async function lobUnderTest(options: Partial<LobOptions> = {}, folder?: string): Promise<LobUnderTest> {
  const sandbox = await createSandbox({ key: 'key', signingKey: 'sign', folder, retryAfterMs: [1, 1, 1], lob: { key: LOB_KEY, webhookSecret: 'lob-signs', rate: { requests: 100_000, perMs: 5_000 }, renderAfterMs: 1, ...options } });
  const url = await sandbox.listen({ port: 0, host: '127.0.0.1' });
  const client = (change: Partial<ProviderOptions> = {}) => createLob({ url, key: LOB_KEY, from: RETURN_ADDRESS, pace: { requests: 100_000, perMs: 5_000 }, ...change });
  const post = (path: string, body?: object) => fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) });
  const expectOk = async (answer: Promise<Response>): Promise<void> => {
    const { ok, status } = await answer;
    if (!ok) throw new Error(`Expected the sandbox to obey, got ${status}.`);
  };
  return {
    ...{ url, sandbox, client, lob: client() },
    fault: (fault) => expectOk(post('/sandbox/faults', { target: 'lob', ...fault })),
    wait: (advanceMs) => expectOk(post('/sandbox/lob/clock', { advanceMs })),
    progress: (id, to) => post(`/sandbox/lob/${id}/progressions`, to === undefined ? {} : { to }),
    async all(resource = 'postcards') {
      const pieces: Listed[] = [];
      for (let next: string | null = `${url}/v1/${resource}?limit=100`; next; ) {
        const page = (await (await fetch(next, { headers: { authorization: `Basic ${Buffer.from(`${LOB_KEY}:`).toString('base64')}` } })).json()) as { data: Listed[]; next_url: string | null };
        pieces.push(...page.data);
        next = page.next_url;
      }
      return pieces.reverse();
    },
  };
}
