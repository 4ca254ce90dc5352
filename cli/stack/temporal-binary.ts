import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The release of Temporal's CLI that is fetched; later tags carry a `replace` in their go.mod and can't be `go install`ed. */
export const TEMPORAL_VERSION = 'v1.5.1';

export interface TemporalBinaryOptions {
  /** Told what is being fetched or built, once a line. */
  readonly progress?: (line: string) => void;
}

/**
 * The path of Temporal's CLI, whose dev server we run: `temporal` on PATH, else the one in the cache folder.
 */
export async function temporalBinary(_options: TemporalBinaryOptions = {}): Promise<string> {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean).map((folder) => join(folder, 'temporal'));
  const cached = join(cacheFolder(), `temporal-${TEMPORAL_VERSION}`);
  for (const file of [...onPath, cached]) if (await isExecutable(file)) return file;
  throw new Error('Expected temporal');
}

export function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'parcours');
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(() => true, () => false);
}
