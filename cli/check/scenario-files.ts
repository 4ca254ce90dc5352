import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The tree that this command line belongs to. */
export const TREE = fileURLToPath(new URL('../..', import.meta.url));

/** One version of a scenario, as a file. */
export interface VersionFile {
  readonly version: number;
  /** From the tree's root, with slashes, such as `scenarios/boiler-renewal/v1.ts`. */
  readonly file: string;
  /** Such as `boiler-renewal.v1`. */
  readonly workflowType: string;
}

/** The folder of a scenario. */
export interface ScenarioFolder {
  readonly name: string;
  /** Oldest first. */
  readonly versions: readonly VersionFile[];
  /** Every TypeScript file in it, from the tree's root. */
  readonly files: readonly string[];
}

/** What `parcours new` copies: a scenario like others, but one that no campaign can be launched of. */
export const STARTER = 'starter';

/** The scenarios of a tree by name: the folders of `scenarios/` that have a version file. */
export function scenarioFolders(root: string): ScenarioFolder[] {
  const folder = join(root, 'scenarios');
  if (!existsSync(folder)) throw new Error(`Expected a tree with a folder scenarios/, got ${root}. Run this in the project's own folder.`);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => scenarioFolder(root, name))
    .filter(({ versions }) => versions.length > 0)
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function scenarioFolder(root: string, name: string): ScenarioFolder {
  const inside = readdirSync(join(root, 'scenarios', name), { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const versions = inside.flatMap((path): VersionFile[] => {
    const version = Number(/^v([1-9]\d*)\.ts$/.exec(path)?.[1]);
    return version ? [{ version, file: `scenarios/${name}/${path}`, workflowType: `${name}.v${version}` }] : [];
  });
  return {
    name,
    versions: versions.sort((one, other) => one.version - other.version),
    files: inside.filter((path) => /\.tsx?$/.test(path)).map((path) => `scenarios/${name}/${path}`).sort(),
  };
}
