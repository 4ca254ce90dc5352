import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exploreVersion } from '../exploration/index.ts';
import { newestVersion, scenarioNames } from '../../scenarios/index.ts';
import { pathGraph } from '../../simulator/explore/index.ts';
import { svg } from './svg.ts';

const inDocs = (file: string): string => fileURLToPath(new URL(`../../docs/scenarios/${file}`, import.meta.url));

/** The registered scenarios that have a page in `docs/scenarios/`, and so a picture beside it. */
export function pictured(): string[] {
  return scenarioNames().filter((name) => existsSync(inDocs(`${name}.md`)));
}

/** The picture of a scenario's newest version, and where it is kept. */
export async function picture(name: string): Promise<{ readonly file: string; readonly text: string }> {
  return { file: inDocs(`${name}.svg`), text: await svg(pathGraph(await exploreVersion({ name, version: newestVersion(name) }))) };
}
