import { fileURLToPath } from 'node:url';
import { exploreVersion } from '../exploration/index.ts';
import { newestVersion, scenarioNames } from '../../scenarios/index.ts';
import { pathGraph } from '../../simulator/explore/index.ts';
import { svg } from './svg.ts';

/** The picture of each registered scenario's newest version, and where it is kept. */
export async function* pictures(): AsyncGenerator<{ readonly file: string; readonly text: string }> {
  for (const name of scenarioNames()) {
    const file = fileURLToPath(new URL(`../../docs/scenarios/${name}.svg`, import.meta.url));
    yield { file, text: await svg(pathGraph(await exploreVersion({ name, version: newestVersion(name) }))) };
  }
}
