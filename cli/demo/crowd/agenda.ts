import { realTime, type Clock } from '../../../engine/clock.ts';

/** What people mean to do and when, on the campaign's clock. */
export interface Agenda {
  /** Does something at a time of the campaign, or at once where that has passed. An act that fails is counted, not repeated. */
  at(campaignTime: number, act: string, doing: () => Promise<void>): void;
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
  /** Forgets what has not begun, and says how much that was. */
  clear(): number;
  /** Failed acts with their reason, and how often. */
  readonly failures: ReadonlyMap<string, number>;
}

/**
 * @param concurrency acts under way at a time; more wait for their turn.
 * @example
 * const agenda = createAgenda({ clock, concurrency: 16 });
 * agenda.at(Date.now() + 86_400_000, 'scan', () => scan(piece));
 */
export function createAgenda({ clock, concurrency }: { clock: Clock; concurrency: number }): Agenda {
  const timers = new Set<NodeJS.Timeout>();
  const queue: (() => Promise<void>)[] = [];
  const failures = new Map<string, number>();
  let running = 0;
  let waiting: (() => void)[] = [];

  function next(): void {
    while (running < concurrency) {
      const doing = queue.shift();
      if (!doing) break;
      running += 1;
      void doing().finally(() => {
        running -= 1;
        next();
      });
    }
    if (running + queue.length + timers.size > 0) return;
    for (const resolve of waiting) resolve();
    waiting = [];
  }

  return {
    at(campaignTime, act, doing) {
      const attempt = async (): Promise<void> => {
        try {
          await doing();
        } catch (error) {
          const reason = `${act}: ${reasonOf(error)}`;
          failures.set(reason, (failures.get(reason) ?? 0) + 1);
        }
      };
      const timer = setTimeout(() => {
        timers.delete(timer);
        queue.push(attempt);
        next();
      }, Math.max(0, realTime(clock, campaignTime) - Date.now()));
      timers.add(timer);
    },
    idle() {
      return new Promise((resolve) => {
        waiting.push(resolve);
        next();
      });
    },
    clear() {
      const forgotten = timers.size + queue.length;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      queue.length = 0;
      next();
      return forgotten;
    },
    failures,
  };
}

/** `fetch failed` says nothing; what made it fail does. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error as { cause?: unknown };
  return cause instanceof Error ? `${error.message} (${(cause as NodeJS.ErrnoException).code ?? cause.message})` : error.message;
}
