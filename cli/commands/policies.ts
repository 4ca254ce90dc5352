import { userInfo } from 'node:os';
import { InvalidArgumentError, Option, type Command } from 'commander';
import picocolors from 'picocolors';
import type { PolicyOverride } from '../../store/index.ts';
import { openRecords } from '../open-campaigns.ts';

interface Options {
  readonly json?: boolean;
  readonly at?: string;
  readonly weights?: Readonly<Record<string, number>>;
  readonly stop?: string;
  readonly start?: string;
  readonly learn?: boolean;
  readonly by?: string;
  readonly because?: string;
}

/** `parcours policies <campaign>`: what chooses at each point of a campaign, with what chance, and why; or sets it. */
export function register(program: Command): void {
  const others = (...names: string[]) => names;
  program
    .command('policies')
    .summary('show what chooses at each point of a campaign, or set it')
    .description(
      'Shows the policies of a campaign by choice point: weights, what was chosen, what came of it, what is stopped and why. With --at and one of --weights, --stop, --start, --learn it sets one instead; that holds from the next choice on, for journeys under way as well, and is kept with who did it and why.',
    )
    .argument('<campaign>')
    .option('--json', 'the same as JSON')
    .option('--at <point>', 'the choice point to set')
    .addOption(new Option('--weights <list>', 'weights of your own, such as warm=70,factual=30').argParser(weightsOf).conflicts(others('stop', 'start', 'learn')))
    .addOption(new Option('--stop <arm>', 'nobody gets it any more').conflicts(others('start', 'learn')))
    .addOption(new Option('--start <arm>', 'it may be chosen again').conflicts('learn'))
    .option('--learn', 'take back what was set: it learns by itself again')
    .option('--by <name>', 'who sets it; your user name unless said')
    .option('--because <why>', 'why, for the record')
    .action(policies);
}

async function policies(campaignId: string, options: Options): Promise<void> {
  const [{ currentPolicies, findCampaign, overridePolicy }, { policyLines }] = await Promise.all([import('../../store/index.ts'), import('../report/policy-lines.ts')]);
  const override = overrideOf(options);
  const { store, close } = openRecords(process.env);
  try {
    if (!(await findCampaign(store, campaignId))) throw new Error(`Expected a campaign, got '${campaignId}', which was never launched.`);
    if (override) await overridePolicy(store, { campaignId, by: options.by ?? userInfo().username, ...override });
    const current = await currentPolicies(store, campaignId);
    if (options.json) return void process.stdout.write(`${JSON.stringify(current, null, 2)}\n`);
    if (current.length === 0) return void process.stdout.write(`Nothing has been chosen in ${campaignId} yet: a point is listed from its first decision on.\n`);
    const colours = process.stdout.isTTY === true;
    process.stdout.write(`${policyLines(current, picocolors.createColors(colours)).join('\n')}\n`);
    if (override) process.stdout.write(`\nSet; it holds from the next choice at ${override.point} on.\n`);
  } finally {
    await close();
  }
}

/** What is to be set, if anything. */
function overrideOf({ at: point, weights, stop, start, learn, because }: Options): (PolicyOverride & { readonly point: string; readonly because: string }) | undefined {
  const override: PolicyOverride | undefined = weights ? { weights } : stop !== undefined ? { stop } : start !== undefined ? { start } : learn ? { learn } : undefined;
  if (!override && point === undefined) return undefined;
  if (!override) throw new Error(`Expected what to set at '${point}', got nothing. Say --weights, --stop, --start or --learn.`);
  if (point === undefined) throw new Error('Expected the choice point to set, got none. Say --at <point>.');
  if (because === undefined) throw new Error('Expected a reason, for the record, got none. Say --because "why".');
  return { ...override, point, because };
}

function weightsOf(text: string): Record<string, number> {
  // An arm may have an = in it; its number has none.
  const weights = text.split(',').map((part) => /^(.+)=(\d+(?:\.\d+)?)$/.exec(part.trim()));
  if (weights.some((weight) => !weight)) throw new InvalidArgumentError('Expected weights such as warm=70,factual=30.');
  return Object.fromEntries(weights.map((weight) => [weight![1]!, Number(weight![2])]));
}
