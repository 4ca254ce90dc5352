import { register } from 'node:module';
import { Command, InvalidArgumentError } from 'commander';

/**
 * `npm run bench:simulator`: people a second of boiler-renewal's simulation beside a plain loop that decides, counts and checks nothing, in
 * alternating rounds of one run; then a million, with the most memory that it took.
 */
register(new URL('../cli/simulate/unnamed-functions.js', import.meta.url));
const [{ simulate, resultOf }, { contentOf }, { populationOf }, { scenarioOf }, { plainPopulation }] = await Promise.all([
  import('../simulator/index.ts'),
  import('../scenarios/content/index.ts'),
  import('../scenarios/content/populations.ts'),
  import('../scenarios/index.ts'),
  import('./plain-population.ts'),
]);

const positive = (text: string) => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Expected a positive whole number.');
  return value;
};
const { rounds, prospects, million } = new Command('bench:simulator')
  .option('--rounds <n>', 'rounds counted, each of both sides', positive, 5)
  .option('--prospects <n>', 'people a side and round', positive, 50_000)
  .option('--million <n>', 'people of the long run', positive, 1_000_000)
  .parse()
  .opts<{ rounds: number; prospects: number; million: number }>();

const type = 'boiler-renewal.v1';
const shared = { scenario: scenarioOf(type), population: populationOf('boiler-renewal'), messages: contentOf(type).messages, seed: 7 };

async function perSecond(people: number, run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return (people * 1_000) / (performance.now() - began);
}

const simulated = () => perSecond(prospects, () => simulate({ ...shared, prospects }));
const plain = () => perSecond(prospects, () => plainPopulation(prospects));
const median = (values: readonly number[]) => [...values].sort((one, other) => one - other)[Math.floor((values.length - 1) / 2)]!;
const whole = (value: number) => Math.round(value).toLocaleString('en');

// The first round warms both sides and is not counted.
await simulated();
await plain();
const ours: number[] = [];
const theirs: number[] = [];
for (let round = 1; round <= rounds; round++) {
  ours.push(await simulated());
  theirs.push(await plain());
}

let peak = 0;
let measured = 0;
const options = {
  ...shared,
  prospects: million,
  progress: (done: number) => {
    if (done - measured < 10_000) return;
    measured = done;
    peak = Math.max(peak, process.memoryUsage.rss());
  },
};
const began = performance.now();
const { violations } = resultOf(await simulate(options), options);
const seconds = (performance.now() - began) / 1_000;

console.log(`
1  people per second, median of ${rounds} alternating rounds of ${whole(prospects)}, one core
   parcours simulate: decisions, costs, rules checked   ${whole(median(ours))} (${ours.map(whole).join(', ')})   (at least 20,000)
   plain virtual-time loop                              ${whole(median(theirs))}
   ratio                                                ${(median(ours) / median(theirs)).toFixed(3)}

2  ${whole(million)} people
   seconds                                              ${seconds.toFixed(1)}   (under 60)
   memory at most                                       ${(peak / 1e6).toFixed(0)} MB   (under 600)
   rules broken                                         ${violations.count}
`);
process.exitCode = median(ours) >= 20_000 && seconds < 60 && peak < 600e6 ? 0 : 1;
