import { writeFile } from 'node:fs/promises';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { traceCampaign, withStore } from '../campaign/index.ts';
import { exploreVersion } from '../exploration/index.ts';
import { countPeople, mermaid, svg, type Counts } from '../graph/index.ts';
import { newestVersion } from '../../scenarios/index.ts';
import { pathGraph, type PathGraph } from '../../simulator/explore/index.ts';

interface GraphOptions {
  readonly scenarioVersion?: number;
  readonly format?: 'mermaid' | 'svg';
  readonly out?: string;
  readonly campaign?: string;
}

/** `parcours graph <scenario>`: a picture of every way through it. */
export function register(program: Command): void {
  program
    .command('graph')
    .description('draw every way through a scenario, as Mermaid text or as a picture; with a campaign, how many people are where')
    .argument('<scenario>', 'such as boiler-renewal')
    .option('--scenario-version <number>', 'the newest unless said, or the campaign’s', version)
    .addOption(new Option('--format <format>', 'mermaid, unless the file asked for is a picture').choices(['mermaid', 'svg']))
    .option('--out <file>', 'where it goes; to the terminal unless said')
    .option('--campaign <id>', 'count the people of a live campaign whom that version leads, from the database')
    .action(graph);
}

async function graph(scenario: string, { scenarioVersion, format, out, campaign }: GraphOptions): Promise<void> {
  const { drawn, counts } = campaign === undefined ? { drawn: await explored(scenario, scenarioVersion), counts: undefined } : await counted(scenario, { campaign, scenarioVersion });
  if (drawn.exploration.cutShort) process.stderr.write(`Drawn from the first ${drawn.exploration.stories.length} ways through ${scenario}; there are more, so an edge may be missing.\n`);
  if (counts && counts.unplaced > 0) process.stderr.write(`${counts.unplaced} of ${counts.people} people are not in the picture: what is on record of them does not fit the path.\n`);
  const text = (format ?? (out?.endsWith('.svg') ? 'svg' : 'mermaid')) === 'svg' ? await svg(drawn, counts) : mermaid(drawn, counts);
  if (out === undefined) process.stdout.write(text);
  else await writeFile(out, text);
}

async function explored(name: string, version = newestVersion(name)): Promise<PathGraph> {
  return pathGraph(await exploreVersion({ name, version }));
}

async function counted(name: string, { campaign, scenarioVersion }: { campaign: string; scenarioVersion: number | undefined }): Promise<{ drawn: PathGraph; counts: Counts }> {
  return withStore(async (store) => {
    const traced = await traceCampaign(store, campaign, { version: scenarioVersion });
    if (traced.scenario !== name) throw new Error(`Expected a campaign of ${name}, got '${campaign}', which is of ${traced.scenario}. Name that scenario.`);
    const { graph: drawn, counts } = await countPeople(await explored(name, traced.version), traced.people());
    return { drawn, counts };
  });
}

function version(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError(`Expected a whole number such as 1, got '${text}'.`);
  return Number(text);
}
