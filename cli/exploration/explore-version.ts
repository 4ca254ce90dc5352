import { readdirSync, readFileSync } from 'node:fs';
import { scenarioOf } from '../../scenarios/index.ts';
import { contentOf, type ScenarioContent } from '../../scenarios/content/index.ts';
import { explore, type Chances, type Exploration } from '../../simulator/explore/index.ts';
import { factChances } from './fact-chances.ts';

/** What may be so of the people whom a scenario is for, by its content and the source of its path. */
export function chancesOf({ facts, messages }: ScenarioContent, source: string): Chances {
  const links = Object.entries(messages).flatMap(([name, message]) => ('links' in message && Object.keys(message.links).length > 0 ? [[name, Object.keys(message.links)] as const] : []));
  return { facts: factChances(facts, source), links: Object.fromEntries(links) };
}

/**
 * Explores a registered scenario version.
 *
 * @throws ScenarioError (`UnknownScenario`) when no such version is registered.
 */
export async function exploreVersion({ name, version }: { name: string; version: number }, { limit }: { limit?: number } = {}): Promise<Exploration> {
  const type = `${name}.v${version}`;
  const scenario = scenarioOf(type);
  return explore(scenario, { chances: chancesOf(contentOf(type), sourceOf(name)), ...(limit === undefined ? {} : { limit }) });
}

/** All that a scenario's paths are written in; more than one version's, so that two versions are tried with the same values. */
function sourceOf(name: string): string {
  const folder = new URL(`../../scenarios/${name}/`, import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  return files.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n');
}
