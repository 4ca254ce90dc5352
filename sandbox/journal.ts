import { closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** What a part of the sandbox remembers, a line of JSON each. */
export interface Journal<Line> {
  add(line: Line): void;
  close(): void;
}

/**
 * Opens a journal: in memory, and in a file of a folder when one is given, from which it is read back at the start.
 *
 * @param remember told every line, those of the file first
 */
export function openJournal<Line>({ folder, name, remember }: { folder: string | undefined; name: string; remember: (line: Line) => void }): Journal<Line> {
  const file = folder === undefined ? undefined : openFile(folder, name, remember);
  return {
    // Written at once: a sandbox that is killed has lost nothing that it answered for.
    add(line) {
      if (file !== undefined) writeSync(file, `${JSON.stringify(line)}\n`);
      remember(line);
    },
    close: () => file !== undefined && closeSync(file),
  };
}

function openFile<Line>(folder: string, name: string, remember: (line: Line) => void): number {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  if (existsSync(path)) {
    const bytes = readFileSync(path);
    // A last line without its end was being written when the sandbox was killed.
    const whole = bytes.lastIndexOf('\n') + 1;
    if (whole < bytes.length) truncateSync(path, whole);
    for (const line of bytes.subarray(0, whole).toString('utf8').split('\n')) if (line) remember(JSON.parse(line) as Line);
  }
  return openSync(path, 'a');
}
