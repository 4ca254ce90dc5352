import { InvalidArgumentError, type Command } from 'commander';
import { traceCampaign, withStore } from '../campaign/index.ts';
import { diff, liveChanges, type LiveChanges } from '../diff/index.ts';
import { exploreVersion } from '../exploration/index.ts';
import { scenarioOf } from '../../scenarios/index.ts';

/** `parcours diff <scenario> v1 v2`: what changes for whom, for a pull request. */
export function register(program: Command): void {
  program
    .command('diff')
    .description('say what changes for whom from one version of a scenario to another, as Markdown; with a campaign, for how many people and whom v2 would take over')
    .argument('<scenario>', 'such as boiler-renewal')
    .argument('<before>', 'such as v1', version)
    .argument('<after>', 'such as v2', version)
    .option('--campaign <id>', 'ask about the people of a live campaign, from the database, without effect')
    .action(compare);
}

async function compare(name: string, before: number, after: number, { campaign }: { campaign?: string }): Promise<void> {
  const explorations = [await exploreVersion({ name, version: before }), await exploreVersion({ name, version: after })] as const;
  const live = campaign === undefined ? undefined : await people(campaign, { name, before, after });
  process.stdout.write(await diff(...explorations, live));
}

function people(campaign: string, { name, before, after }: { name: string; before: number; after: number }): Promise<LiveChanges> {
  return withStore(async (store) => {
    const traced = await traceCampaign(store, campaign, { version: before });
    if (traced.scenario !== name) throw new Error(`Expected a campaign of ${name}, got '${campaign}', which is of ${traced.scenario}. Name that scenario.`);
    return liveChanges(traced.people(), { campaign, to: scenarioOf(`${name}.v${after}`) });
  });
}

function version(text: string): number {
  const [, number] = /^v?([1-9]\d{0,5})$/.exec(text) ?? [];
  if (number === undefined) throw new InvalidArgumentError(`Expected a version such as v1, got '${text}'.`);
  return Number(number);
}
