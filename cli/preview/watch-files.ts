import { readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

const SOURCE = /\.(?:[jt]sx?|json|css)$/;

export interface WatchFilesOptions {
  readonly folders: readonly string[];
  readonly onChange: () => void;
  /** Milliseconds of silence that end a change: an editor saves in several steps, a checkout in many. */
  readonly settle?: number;
}

/**
 * Tells of changes to the sources below some folders, new folders included. Each folder is watched by itself: `recursive` loses files that an editor
 * replaces by renaming, on some systems.
 *
 * @returns what ends it.
 */
export function watchFiles({ folders, onChange, settle = 80 }: WatchFilesOptions): () => void {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;

  function changed(file: string | null): void {
    if (file !== null && !SOURCE.test(file) && file.includes('.')) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      for (const folder of folders) follow(folder);
      onChange();
    }, settle);
  }

  function follow(folder: string): void {
    try {
      if (!watchers.has(folder)) {
        const watcher = watch(folder, (_, file) => changed(file));
        watchers.set(folder, watcher);
        watcher.on('error', () => forget(folder));
      }
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.')) follow(join(folder, entry.name));
      }
    } catch {
      // It went away meanwhile.
      forget(folder);
    }
  }

  function forget(folder: string): void {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  }

  for (const folder of folders) follow(folder);
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}
