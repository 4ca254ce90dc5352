import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exploreVersion } from '../exploration/index.ts';
import { newestVersion, scenarioNames } from '../../scenarios/index.ts';
import { pathGraph } from '../../simulator/explore/index.ts';
import { svg } from './svg.ts';

/** The picture of the newest version of each registered scenario that has a page in `docs/scenarios/`, and where it is kept. */
export async function* pictures(): AsyncGenerator<{ readonly file: string; readonly text: string }> {
  for (const name of scenarioNames()) {
    const page = fileURLToPath(new URL(`../../docs/scenarios/${name}.md`, import.meta.url));
    if (!existsSync(page)) continue;
    const file = page.replace(/\.md$/, '.svg');
    yield { file, text: await svg(pathGraph(await exploreVersion({ name, version: newestVersion(name) }))) };
  }
}
