import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CONTENT_REGISTRY, POPULATIONS, REGISTRY } from '../check/registries.ts';
import { STARTER } from '../check/scenario-files.ts';
import { withLine, type RegistryLine } from './registry-lines.ts';
import { scenarioName, type ScenarioName } from './scenario-name.ts';

/** What was made, as paths from the tree's root. */
export interface Scaffolded {
  readonly name: string;
  readonly created: readonly string[];
  readonly changed: readonly string[];
}

/**
 * Makes a new scenario from the starter: its folder, its test, and its lines in the registries. Nothing that exists is overwritten.
 *
 * @throws Error when the name can't be one or is taken; then nothing was written.
 * @example scaffoldScenario({ root, name: 'spring-sale' }).created[0] // 'scenarios/spring-sale/brand.ts'
 */
export function scaffoldScenario({ root, name }: { root: string; name: string }): Scaffolded {
  const names = scenarioName(name, root);
  const folder = join(root, 'scenarios', STARTER);
  const inside = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile());
  const sources = [...inside.map((path) => `scenarios/${STARTER}/${path.replaceAll('\\', '/')}`), `test/scenarios/${STARTER}.test.ts`].sort();
  // All that can fail comes before the first write.
  const files = sources.map((source) => ({ target: renamed(source, names), text: renamed(readFileSync(join(root, source), 'utf8'), names) }));
  const registries = Object.entries(registryLines(names)).map(([file, line]) => ({ file, text: withLine(file, readFileSync(join(root, file), 'utf8'), line) }));

  for (const { target, text } of files) {
    mkdirSync(dirname(join(root, target)), { recursive: true });
    writeFileSync(join(root, target), text, { flag: 'wx' });
  }
  for (const { file, text } of registries) writeFileSync(join(root, file), text);
  return { name, created: files.map(({ target }) => target), changed: registries.map(({ file }) => file) };
}

/** The starter's text under another name. */
function renamed(text: string, { kebab, camel, pascal }: ScenarioName): string {
  return text.replace(/\bstarterV1\b/g, `${camel}V1`).replace(/Starter/g, pascal).replace(/\bstarter\b/g, kebab);
}

function registryLines({ kebab, camel }: ScenarioName): Readonly<Record<string, RegistryLine>> {
  const key = kebab === camel ? kebab : `'${kebab}'`;
  return {
    [REGISTRY]: { importLine: `import { ${camel}V1 } from './${kebab}/v1.ts';`, constant: 'VERSIONS', element: `${camel}V1` },
    [CONTENT_REGISTRY]: { importLine: `import { content as ${camel} } from '../${kebab}/content.ts';`, constant: 'CONTENT', element: `'${kebab}.v1': ${camel}` },
    [POPULATIONS]: { importLine: `import { population as ${camel} } from '../${kebab}/population.ts';`, constant: 'POPULATIONS', element: `${key}: ${camel}` },
  };
}
