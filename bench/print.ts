import { Command, InvalidArgumentError } from 'commander';
import { median } from './median.ts';
import { longRuns } from './print/long-runs.ts';
import { measureRounds } from './print/rounds.ts';

/**
 * `npm run bench:print`: cards per second beside the plain loop of pdf-lib in the same run; then runs of 1,000, 10,000 and 100,000 cards in chunks, with the
 * most memory that they took. docs/performance.md says how to read it.
 */
const positive = (text: string) => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Expected a positive whole number.');
  return value;
};
const { quick, ...asked } = new Command('bench:print')
  .option('--rounds <n>', 'rounds counted, each of both sides', positive, 5)
  .option('--cards <n>', 'cards a side and round', positive, 500)
  .option('--quick', 'fewer of all: a look, no measurement')
  .parse()
  .opts<{ rounds: number; cards: number; quick?: true }>();
const { rounds, cards, counts } = quick ? { rounds: 3, cards: 100, counts: [1_000, 2_000, 5_000] } : { ...asked, counts: [1_000, 10_000, 100_000] };

const whole = (value: number) => Math.round(value).toLocaleString('en');
const measured = await measureRounds({ rounds, cards });
const ratio = median(measured.ours) / median(measured.plain);
const perSecond = (values: readonly number[]) => `${whole(median(values)).padStart(6)} (${values.map(whole).join(', ')})`;
console.log(`
1  postcards per second, median of ${rounds} alternating rounds of ${whole(cards)}
   parcours: boxes, K-only, output intent, kerning, checks, hashes, manifest   ${perSecond(measured.ours)}
   plain loop of pdf-lib: same background, QR code and text                    ${perSecond(measured.plain)}
   ratio                                                                       ${ratio.toFixed(2).padStart(6)}   (at least 1.0)`);

const { runs, seen } = await longRuns(counts);
const each = runs.map(({ cpu, pieces }) => cpu / pieces);
const growth = each.at(-1)! / each[0]!;
const peak = Math.max(seen ?? 0, ...runs.map((run) => run.peak));
console.log(`
2  whole runs, to the disk, in chunks of 1,000
      pieces   seconds   CPU ms a piece   peak memory until then
${runs.map((run, index) => `   ${whole(run.pieces).padStart(9)} ${run.seconds.toFixed(1).padStart(9)} ${each[index]!.toFixed(3).padStart(16)} ${`${(run.peak / 1e6).toFixed(0)} MB`.padStart(14)}`).join('\n')}
   memory at most, seen from outside   ${seen === undefined ? 'not known: no /proc' : `${(seen / 1e6).toFixed(0)} MB`}   (under 500)
   CPU a piece, last run against first   ${growth.toFixed(2)}   (at most 1.15)
`);
process.exitCode = ratio >= 1 && peak < 500e6 && growth <= 1.15 ? 0 : 1;
