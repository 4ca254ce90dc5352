import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prettifyError, z } from 'zod';
import type { VersionFile } from './scenario-files.ts';
import { hashOfRunningCode } from './running-code.ts';

/** Where the versions that were launched are on record, from the tree's root. */
export const FROZEN_FILE = 'scenarios/frozen.json';

const shape = z.record(z.string().regex(/^[a-z0-9-]+\.v[1-9]\d*$/, "Expected a workflow type such as 'boiler-renewal.v1'"), z.string().regex(/^sha256:[0-9a-f]{64}$/, 'Expected sha256: and 64 digits'));

/** How a version file stands to what is on record: as it was launched, changed since, or never launched. */
export type Frozen = 'as-launched' | 'changed' | 'never-launched';

/**
 * The hash of each version that was launched, by workflow type. A tree without the file has launched none.
 *
 * @throws Error when the file is not what `parcours freeze` writes.
 */
export function frozenVersions(root: string): Readonly<Record<string, string>> {
  const path = join(root, FROZEN_FILE);
  if (!existsSync(path)) return {};
  try {
    return shape.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const what = error instanceof z.ZodError ? prettifyError(error) : (error as Error).message;
    throw new Error(`Expected ${FROZEN_FILE} as parcours freeze writes it, got:\n${what}\nTake it back from version control.`);
  }
}

/** @param text of the version file */
export function standing(workflowType: string, text: string, frozen: Readonly<Record<string, string>>): Frozen {
  const hash = frozen[workflowType];
  if (hash === undefined) return 'never-launched';
  return hash === hashOfRunningCode(text) ? 'as-launched' : 'changed';
}

/**
 * Puts a version on record as it is now. One that is on record already is left alone.
 *
 * @returns how it stood before
 * @throws Error when the tree can't be written to.
 */
export function freeze(root: string, { file, workflowType }: VersionFile): Frozen {
  const frozen = frozenVersions(root);
  const text = readFileSync(join(root, file), 'utf8');
  const before = standing(workflowType, text, frozen);
  if (before !== 'never-launched') return before;
  const sorted = Object.entries({ ...frozen, [workflowType]: hashOfRunningCode(text) }).sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }));
  writeFileSync(join(root, FROZEN_FILE), `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
  return before;
}

/** What to do about a version that was changed after its launch. */
export function changedSince({ file, version }: VersionFile): string {
  const next = `v${version + 1}.ts`;
  return `Expected ${file} as it was launched, got one that runs otherwise. Journeys under way replay it and would break. Put it back (\`git log -p ${file}\` shows what changed) and make the change in a new file, ${next}.`;
}
