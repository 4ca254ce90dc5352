import { Command, InvalidArgumentError } from 'commander';
import { measureJourneys } from './journeys.ts';
import { median } from './median.ts';
import type { ProcessorTime } from './processor-time.ts';

/** `npm run bench`: every figure is a ratio or a count, measured in one run; docs/performance.md says how to read it. */
const positive = (text: string) => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Expected a positive whole number.');
  return value;
};
const options = new Command('bench')
  .option('--rounds <n>', 'rounds counted, each of both sides', positive, 9)
  .option('--journeys <n>', 'journeys a side and round', positive, 400)
  .option('--concurrency <n>', 'journeys under way at once', positive, 80)
  .parse()
  .opts<{ rounds: number; journeys: number; concurrency: number }>();

const result = await measureJourneys(options);
const perSecond = (values: readonly number[]) => `${median(values).toFixed(1)} (${values.map((value) => value.toFixed(1)).join(', ')})`;
const spent = (time: ProcessorTime | undefined) => {
  if (!time) return 'not known: no /proc';
  const { worker, postgres, temporal, sandbox } = time;
  return [worker, postgres, temporal, sandbox, worker + postgres + temporal + sandbox].map((value) => value.toFixed(1).padStart(8)).join('');
};
console.log(`
1  whole journeys per second, median of ${options.rounds} alternating rounds of ${options.journeys}, ${options.concurrency} at once
   parcours, deciding, recording, mailing   ${perSecond(result.product)}
   plain workflow that records nothing      ${perSecond(result.plain)}
   ratio                                    ${result.ratio.toFixed(2)}   (at least 1.0)

2  a journey through print, visit, email, click, invitation
   history events                           ${result.events}   (at most 22; plain: ${result.plainEvents})
   billable actions                         ${result.actions}   (at most 11; plain: ${result.plainActions})
   waits                                    ${result.waits.toFixed(2)}   (2, no less than 1.9; plain: ${result.plainWaits.toFixed(2)})

3  CPU milliseconds a journey             worker postgres temporal sandbox    all
   parcours                               ${spent(result.spent)}
   plain                                  ${spent(result.plainSpent)}
`);
const isFair = Math.min(result.waits, result.plainWaits) >= 1.9 && Math.max(median(result.product), median(result.plain)) < 0.8 * result.most;
if (!isFair) console.log('Something else was measured: answers that came before their waits, or as fast as they come. Change --concurrency: fewer for the one, more for the other.');
process.exitCode = isFair && result.ratio >= 1 && result.events <= 22 && result.actions <= 11 ? 0 : 1;
