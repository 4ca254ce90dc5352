import { changedSince, freeze, FROZEN_FILE, frozenVersions, standing } from './frozen-versions.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenarioFolders, type VersionFile } from './scenario-files.ts';

interface Launched {
  readonly scenario: string;
  readonly version: number;
}

/** @throws Error when the version was launched before and its file runs otherwise since: its journeys could not replay. */
export function beforeLaunch(root: string, launched: Launched): void {
  const file = fileOf(root, launched);
  if (file && standing(file.workflowType, readFileSync(join(root, file.file), 'utf8'), frozenVersions(root)) === 'changed') throw new Error(changedSince(file));
}

/**
 * Puts the version on record when it is not.
 *
 * @returns a line for whoever launched; empty when there is nothing to say. A tree that can't be written to, such as a container's, is no failure.
 */
export function afterLaunch(root: string, launched: Launched): string {
  const file = fileOf(root, launched);
  if (!file) return '';
  try {
    if (freeze(root, file) !== 'never-launched') return '';
    return `${file.workflowType} is frozen from now on: ${file.file} does not change any more. Commit ${FROZEN_FILE}.\n`;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EROFS' && code !== 'EACCES' && code !== 'EPERM') throw error;
    return `${file.workflowType} is not on record as launched, since this tree can't be written to. In your own tree: npx parcours freeze ${launched.scenario} ${launched.version}, and commit ${FROZEN_FILE}.\n`;
  }
}

function fileOf(root: string, { scenario, version }: Launched): VersionFile | undefined {
  const folder = scenarioFolders(root).find(({ name }) => name === scenario);
  return folder?.versions.find((other) => other.version === version);
}
