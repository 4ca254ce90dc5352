import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { pino } from 'pino';
import { contentOf } from '../../scenarios/content/index.ts';
import { LONGEST, readMailReport } from '../../tracker/mail-reports/mail-report.ts';
import { takeMailReport, type Taken } from '../../tracker/mail-reports/take-mail-report.ts';
import { connectStore, isAway, migrate } from '../../store/index.ts';

/** `parcours bounces <path>`: what came back to the sender's mailbox. */
export function register(program: Command): void {
  program
    .command('bounces')
    .description('take in the delivery reports and complaints that came to the sender\'s mailbox; safe to repeat')
    .argument('<path>', 'a mail (.eml), a folder of mails, a Maildir, or - for one mail from standard input')
    .action(async (path: string) => {
      process.stdout.write(await takeBounces(path, process.env));
    });
}

/** What became of a mail. */
type Outcome = Taken | 'no-report' | 'failed';

const WORDS: Readonly<Record<Outcome, string>> = {
  bounced: 'of dead addresses: email is closed to them',
  refused: 'of mails that were refused: nothing is closed',
  delayed: 'of mails that are still tried',
  delivered: 'of deliveries',
  complained: 'complaints: email and invitations are closed to them',
  known: 'that were taken before',
  'not-ours': 'about mails that are not ours',
  'no-report': 'that are no report, or do not say of which mail: for a person to read',
  failed: 'that could not be taken, with the reasons above: the same command tries them again',
};

/**
 * Takes mail by mail: one that can't be taken is told and counted, and the others are taken.
 *
 * @returns what was taken, for the terminal.
 * @throws Error that says what is missing; what went wrong, when it is the database's, or when none could be taken: a mail server that hands over one mail then keeps it.
 */
export async function takeBounces(path: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const { DATABASE_URL: url, DATABASE_SCHEMA: schema = 'public' } = environment;
  if (!url) throw new Error('Expected DATABASE_URL to be the address of a PostgreSQL, got none. `npx parcours dev` starts one and prints it.');
  const store = connectStore({ url, schema });
  const logger = pino(process.stderr);
  const counts = new Map<Outcome, number>();
  let read = 0;
  let problem: unknown;
  const takeOne = async (mail: Uint8Array): Promise<Outcome> => {
    const report = mail.byteLength > LONGEST ? undefined : await readMailReport(mail);
    return report ? takeMailReport(store, report, { contentOf, logger }) : 'no-report';
  };
  try {
    await migrate(store, schema);
    for await (const mail of mailsAt(path)) {
      read += 1;
      const taken = await takeOne(mail).catch((error: unknown) => {
        if (isAway(error)) throw error;
        problem = error;
        logger.error({ mail: read, reason: error instanceof Error ? error.message : String(error) }, 'a mail could not be taken');
        return 'failed' as const;
      });
      counts.set(taken, (counts.get(taken) ?? 0) + 1);
    }
    if (read > 0 && counts.get('failed') === read) throw problem;
  } finally {
    await store.destroy();
  }
  const lines = (Object.keys(WORDS) as (keyof typeof WORDS)[]).filter((taken) => counts.has(taken)).map((taken) => `  ${String(counts.get(taken)).padStart(5)} ${WORDS[taken]}`);
  return `${read.toLocaleString('en-GB')} ${read === 1 ? 'mail' : 'mails'} read${lines.length > 0 ? ':' : '.'}\n${lines.map((line) => `${line}\n`).join('')}`;
}

async function* mailsAt(path: string): AsyncGenerator<Uint8Array> {
  if (path === '-') {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    yield Buffer.concat(chunks);
    return;
  }
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new Error(`Expected a mail or a folder of mails at ${path}, got nothing there.`);
  if (!found.isDirectory()) return yield await readFile(path);
  // A Maildir's mails are in new and cur; what is in tmp is still being written.
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries.map(({ name }) => name);
  const isMaildir = names.includes('new') && names.includes('cur');
  for (const folder of isMaildir ? ['new', 'cur'] : ['']) {
    const files = (await readdir(join(path, folder), { withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name);
    for (const name of files.sort()) yield await readFile(join(path, folder, name));
  }
}
