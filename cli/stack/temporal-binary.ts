import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Screen } from './progress-line.ts';
import { fetchTemporal, TEMPORAL_VERSION } from './temporal-fetch.ts';

export interface TemporalBinaryOptions {
  /** Where fetching or building shows its progress; standard error unless said. */
  readonly screen?: Screen;
  /** Looked at for PATH and XDG_CACHE_HOME; the process's own unless said. */
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * The path of Temporal's CLI, whose dev server we run: `temporal` on PATH, else the one in the cache folder, else one fetched into it now
 * (see `fetchTemporal`).
 *
 * @throws when there is none and none can be fetched, with each reason and what to do.
 */
export async function temporalBinary({ screen = process.stderr, env = process.env }: TemporalBinaryOptions = {}): Promise<string> {
  const onPath = (env['PATH'] ?? '').split(delimiter).filter(Boolean).map((folder) => join(folder, 'temporal'));
  const cached = join(cacheFolder(env), `temporal-${TEMPORAL_VERSION}`);
  for (const file of [...onPath, cached]) if (await isExecutable(file)) return file;
  await fetchTemporal({ into: cached, screen, env });
  return cached;
}

/** Where what was fetched or built stays, for every clone of this user: `~/.cache/parcours`, or under `XDG_CACHE_HOME`. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'parcours');
}

function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(() => true, () => false);
}
