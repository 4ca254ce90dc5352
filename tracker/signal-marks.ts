import type { FastifyBaseLogger } from 'fastify';
import { markSignalled, type Store } from '../store/index.ts';

/** Marks are written together: so many at most, or so many milliseconds after the first. */
const BATCH = 200;
const GATHER = 200;

/**
 * Gathers the marks of events whose journeys were told, so that a burst of signals costs a few updates. A mark that can't be written is
 * written when this process's relay meets the event again; another process's signals again, and the journey drops the repeat.
 */
export function createMarks(store: Store, logger: FastifyBaseLogger) {
  let ids: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    const batch = ids;
    ids = [];
    if (batch.length === 0) return;
    writing = writing
      .then(() => markSignalled(store, batch))
      .catch((error: unknown) => logger.warn({ events: batch.length, reason: String(error) }, 'signalled events not marked, they will be signalled again'));
  }

  return {
    add(id: string): void {
      ids.push(id);
      if (ids.length >= BATCH) write();
      else timer ??= setTimeout(write, GATHER);
    },
    close(): Promise<void> {
      write();
      return writing;
    },
  };
}
