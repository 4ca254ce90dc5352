import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { nodeChild } from '../../cli/stack/node-child.ts';
import { startGuarded, type GuardedProcess } from '../../cli/stack/guarded-process.ts';
import { createSandbox, type SandboxMail } from '../../sandbox/index.ts';
import type { Store } from '../../store/connect.ts';
import { enterPeople, rateOf } from './audience.ts';

export interface MailRun {
  readonly store: Store;
  readonly database: { readonly url: string; readonly schema: string };
  readonly mails: number;
  /** Mails a second that the provider takes; more are refused with 429 and Retry-After. */
  readonly pace: number;
  /** Whether the workers know it (`MAIL_RATE`), or find out by being refused. */
  readonly paced: boolean;
  /** Processes that send. */
  readonly processes: number;
  /** Of the mails, how far they are when one process is killed (SIGKILL) and started anew; none unless said. */
  readonly killedAt?: readonly number[];
  /** Answers that get lost after the provider has taken the mail. */
  readonly lostAnswers?: number;
}

export interface MailResult {
  /** From the first mail to the last. */
  readonly seconds: number;
  readonly perSecond: number;
  /** Mails that the provider took, the most of one touch, and touches that it never saw. */
  readonly taken: number;
  readonly mostOfOne: number;
  readonly dropped: number;
  /** Touches that are recorded as sent. */
  readonly recorded: number;
  /** Requests that it refused as too fast. */
  readonly refused: number;
  /** The most that it took in any one second. */
  readonly mostInASecond: number;
}

/** What workers keep to, of what the provider takes: at the very pace, some would come a moment early. */
export const MARGIN = 0.95;
/** Seconds over which the provider counts; Lob counts over five, Mailgun over longer ones. */
const WINDOW = 5;
const KEY = 'key-bench';
const DOMAIN = 'mail.bellebraise.example';

/** Sends mails to people who don't exist through the sandbox, by several processes, some of which are killed on the way, and counts what came of each. */
export async function runMails({ store, database, mails, pace, paced, processes, killedAt = [], lostAnswers = 0 }: MailRun): Promise<MailResult> {
  await enterPeople(store, mails);
  const app = await createSandbox({ key: KEY, signingKey: 'sign', domain: DOMAIN, rate: { requests: pace * WINDOW, perMs: WINDOW * 1_000 } });
  const sandbox = await app.listen({ port: 0, host: '127.0.0.1' });
  const logs = await mkdtemp(join(tmpdir(), 'parcours-mails-'));
  const environment = {
    ...{ DATABASE_URL: database.url, DATABASE_SCHEMA: database.schema, PARCOURS_PUBLIC_URL: 'http://127.0.0.1:9', MAIL_FROM: `Bellebraise <bonjour@${DOMAIN}>` },
    ...{ MAILGUN_URL: sandbox, MAILGUN_API_KEY: KEY, MAILGUN_DOMAIN: DOMAIN, MAILGUN_TIMEOUT_MS: '2000', MAILGUN_LOOK_UP_AFTER_MS: '2000', ...(paced ? { MAIL_RATE: rateOf(MARGIN * pace) } : {}) },
  };
  const start = (part: number): GuardedProcess => {
    const { command, args, env } = nodeChild('bench/mails/sender.ts');
    return startGuarded({ name: `sender ${part}`, command, args: [...args, String(part), String(processes), String(mails)], env: { ...process.env, ...environment, ...env }, log: join(logs, `${part}.log`) });
  };
  const taken = async () => ((await (await fetch(`${sandbox}/healthz`)).json()) as { mails: number; refused: number });
  const senders = Array.from({ length: processes }, (_, part) => start(part));
  try {
    if (lostAnswers > 0) {
      await fetch(`${sandbox}/sandbox/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ kind: 'lose-answer', after: Math.floor(mails / 4), count: lostAnswers }) });
    }
    for (const [index, share] of killedAt.entries()) {
      while ((await taken()).mails < mails * share) await pause(20);
      const part = index % processes;
      senders[part]!.kill('SIGKILL');
      await senders[part]!.ended;
      senders[part] = start(part);
    }
    await Promise.all(senders.map(finished));
    const { refused } = await taken();
    const counted = await countMails(sandbox);
    const recorded = await sql<{ count: number }>`SELECT count(*)::int AS count FROM touches WHERE status = 'sent' AND medium = 'email'`.execute(store);
    return { ...counted, dropped: mails - counted.touches, recorded: recorded.rows[0]!.count, refused };
  } finally {
    await Promise.all(senders.map((sender) => sender.stop()));
    await app.close();
    await rm(logs, { recursive: true, force: true });
  }
}

async function finished(sender: GuardedProcess): Promise<void> {
  const { code, signal } = await sender.ended;
  if (code !== 0) throw new Error(`Expected a sender to end well, got ${signal ?? `code ${code}`}:\n${sender.lastLines().join('\n')}`);
}

async function countMails(sandbox: string) {
  const all: Pick<SandboxMail, 'number' | 'variables' | 'at'>[] = [];
  for (;;) {
    const { messages } = (await (await fetch(`${sandbox}/sandbox/messages?limit=1000&since=${all.at(-1)?.number ?? 0}`)).json()) as { messages: typeof all };
    if (messages.length === 0) break;
    all.push(...messages.map(({ number, variables, at }) => ({ number, variables, at })));
  }
  const byTouch = new Map<string, number>();
  for (const { variables } of all) byTouch.set(variables['touch']!, (byTouch.get(variables['touch']!) ?? 0) + 1);
  const times = all.map(({ at }) => Date.parse(at)).sort((one, other) => one - other);
  let mostInASecond = 0;
  for (let from = 0, to = 0; to < times.length; to += 1) {
    while (times[to]! - times[from]! >= 1_000) from += 1;
    mostInASecond = Math.max(mostInASecond, to - from + 1);
  }
  const seconds = (times.at(-1)! - times[0]!) / 1_000;
  return { seconds, perSecond: all.length / seconds, taken: all.length, touches: byTouch.size, mostOfOne: Math.max(...byTouch.values()), mostInASecond };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
