import { InvalidArgumentError, type Command } from 'commander';
import { TREE } from '../check/scenario-files.ts';

/** What the command needs of its process. */
interface Surroundings {
  readonly root: string;
  readonly out: { write(text: string): void };
}

/** `parcours freeze <scenario> [version]`: puts a version that is launched on record. */
export function register(program: Command): void {
  program
    .command('freeze')
    .summary('put a launched version on record, so that check sees when it is changed')
    .description('Writes the hash of a scenario version to scenarios/frozen.json; from then on `parcours check` and `parcours launch` refuse the version when its file runs otherwise. `parcours launch` does this by itself.')
    .argument('<scenario>', 'such as boiler-renewal')
    .argument('[version]', 'the newest unless said', wholeNumber)
    .action(async (scenario: string, version: number | undefined) => {
      await freezeVersion({ scenario, ...(version === undefined ? {} : { version }) }, { root: TREE, out: process.stdout });
    });
}

/** @throws Error when there is no such version, or it was changed since it was frozen. */
export async function freezeVersion({ scenario, version }: { scenario: string; version?: number }, { root, out }: Surroundings): Promise<void> {
  const { changedSince, freeze, FROZEN_FILE, scenarioFolders } = await import('../check/index.ts');
  const folders = scenarioFolders(root);
  const versions = folders.find(({ name }) => name === scenario)?.versions;
  if (!versions) throw new Error(`Expected a scenario with a version file, got '${scenario}'. There are: ${folders.map(({ name }) => name).join(', ')}.`);
  const wanted = version === undefined ? versions.at(-1) : versions.find((other) => other.version === version);
  if (!wanted) throw new Error(`Expected a version of '${scenario}', got ${version}. There are: ${versions.map((other) => other.version).join(', ')}.`);
  const before = freeze(root, wanted);
  if (before === 'changed') throw new Error(changedSince(wanted));
  out.write(before === 'as-launched' ? `${wanted.workflowType} is frozen already, and its file is as it was.\n` : `${wanted.workflowType} is frozen: ${wanted.file} does not change any more. Commit ${FROZEN_FILE}.\n`);
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError(`Expected a whole number such as 1, got '${text}'.`);
  return Number(text);
}
