import type { TouchMedium } from '../../scenarios/vocabulary/index.ts';
import { kept, type FigureQuery } from './kept.ts';

/** People who wait at the same step. */
export interface Waiting {
  /** Their journeys are yet to be started. */
  readonly isToStart: boolean;
  /** The latest touch that was made; none before the first. */
  readonly message?: string;
  readonly medium?: TouchMedium;
  /** The answer to it that says most; none while there is none. */
  readonly answer?: string;
  readonly people: number;
}

/**
 * Where people stand who are under way, most first. Temporal alone knows the stage that a path is in; Postgres tells the latest touch and what was answered to it, which
 * is what paths wait for, and asks no server (docs/decisions/0025-figures-by-journey.md).
 */
export async function waitingOf(query: FigureQuery): Promise<Waiting[]> {
  const rows = await kept<[status: string, message: string | null, medium: TouchMedium | null, answer: string | null]>(query, 'waiting');
  return rows
    .sort((one, other) => other.count - one.count)
    .map(({ key: [status, message, medium, answer], count }) => ({
      isToStart: status === 'entered',
      ...(message === null ? {} : { message }),
      ...(medium === null ? {} : { medium }),
      ...(answer === null ? {} : { answer }),
      people: count,
    }));
}
