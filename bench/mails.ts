import { Command, InvalidArgumentError } from 'commander';
import { startPostgres } from '../cli/stack/index.ts';
import { connectStore, migrate } from '../store/index.ts';
import { runMails, type MailResult } from './mails/run.ts';

/**
 * `npm run bench:mails`: mails through the sandbox, which takes so many a second and refuses more; the workers keep the pace by slots in Postgres, or find it
 * out by being refused. Processes are killed on the way and answers lost. docs/performance.md says how to read it.
 */
const positive = (text: string) => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Expected a positive whole number.');
  return value;
};
const { mails, pace, processes } = new Command('bench:mails')
  .option('--mails <n>', 'mails at the pace; a fifth as many without it', positive, 10_000)
  .option('--pace <n>', 'mails a second that the provider takes', positive, 100)
  .option('--processes <n>', 'processes that send', positive, 3)
  .parse()
  .opts<{ mails: number; pace: number; processes: number }>();

const postgres = await startPostgres();
async function measure(schema: string, run: { readonly mails: number; readonly paced: boolean; readonly killedAt: readonly number[]; readonly lostAnswers: number }): Promise<MailResult> {
  const store = connectStore({ url: postgres.url, schema });
  await migrate(store, schema);
  try {
    return await runMails({ store, database: { url: postgres.url, schema }, pace, processes, ...run });
  } finally {
    await store.destroy();
  }
}

const fifth = Math.ceil(mails / 5);
const kept = await measure('paced', { mails, paced: true, killedAt: [0.2, 0.4, 0.6, 0.8], lostAnswers: Math.ceil(mails / 100) });
const refused = await measure('refused', { mails: fifth, paced: false, killedAt: [0.5], lostAnswers: Math.ceil(fifth / 100) });
await postgres.stop();

const line = (name: string, one: (result: MailResult) => string | number) => `   ${name.padEnd(48)} ${String(one(kept)).padStart(12)} ${String(one(refused)).padStart(12)}`;
console.log(`
   a provider that takes ${pace} mails a second, ${processes} processes       pace known   found out
${line('mails taken', ({ taken }) => taken)}
${line('dropped', ({ dropped }) => dropped)}
${line('most of one touch', ({ mostOfOne }) => mostOfOne)}
${line('touches recorded as sent', ({ recorded }) => recorded)}
${line('mails a second', ({ perSecond }) => perSecond.toFixed(1))}
${line('of the pace', ({ perSecond }) => `${((100 * perSecond) / pace).toFixed(1)} %`)}
${line('most in any one second', ({ mostInASecond }) => mostInASecond)}
${line('refused with 429', (result) => result.refused)}

   it counts over five seconds, so that a short run may be faster than its pace; the workers keep to 95 % of it
   one process killed at 20, 40, 60 and 80 % (at 50 % on the right); one answer in a hundred lost after the mail was taken
`);
const isWhole = ({ taken, dropped, mostOfOne, recorded }: MailResult, wanted: number) => taken === wanted && dropped === 0 && mostOfOne === 1 && recorded === wanted;
process.exitCode = isWhole(kept, mails) && isWhole(refused, fifth) && kept.perSecond >= 0.9 * pace ? 0 : 1;
