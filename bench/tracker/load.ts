import { Agent, request } from 'node:http';

/** What a stretch of load came to. */
export interface Load {
  readonly perSecond: number;
  /** Milliseconds that 99 of 100 answers took at most. */
  readonly p99: number;
}

const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

/**
 * Asks for paths one after the other over so many connections, and waits for each answer.
 *
 * @throws Error for an answer of another status than is expected: a refusal is fast.
 */
export async function load(base: string, { paths, requests, connections, status }: { paths: readonly string[]; requests: number; connections: number; status: number }): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const took: number[] = [];
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < requests) {
        const path = paths[next++ % paths.length]!;
        const asked = performance.now();
        const got = await answer(`${base}${path}`, agent);
        if (got !== status) throw new Error(`Expected ${status} of ${path}, got ${got}.`);
        took.push(performance.now() - asked);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  agent.destroy();
  took.sort((one, other) => one - other);
  return { perSecond: requests / seconds, p99: took[Math.floor(took.length * 0.99)]! };
}

function answer(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { agent, headers: { 'user-agent': PHONE } }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    })
      .once('error', reject)
      .end();
  });
}
