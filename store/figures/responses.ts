import type { TouchMedium } from '../../scenarios/vocabulary/index.ts';
import { kept, type FigureQuery } from './kept.ts';

export interface ResponsesOfMedium {
  readonly medium: TouchMedium;
  /** Touches that could be answered: printed pieces that did not come back, mails and invitations that were sent. */
  readonly touches: number;
  readonly kinds: readonly {
    readonly kind: string;
    /** Touches first answered this way so many whole days after; day 0 is the first 24 hours. */
    readonly days: readonly { readonly day: number; readonly touches: number }[];
    /** Answered before the piece was thought to be in the home: it came sooner, or a clock was wrong. */
    readonly early: number;
    readonly total: number;
  }[];
}

const MEDIA: readonly TouchMedium[] = ['print', 'email', 'social'];

/** How many days after a touch people answer it: after the in-home moment for print, after the sending for the other media. Each touch counts once a kind. */
export async function responsesByDay(query: FigureQuery): Promise<ResponsesOfMedium[]> {
  const [touches, responses] = await Promise.all([kept<[TouchMedium]>(query, 'in-home'), kept<[TouchMedium, string, number]>(query, 'responses')]);
  return MEDIA.flatMap((medium) => {
    const reached = touches.find(({ key }) => key[0] === medium);
    if (!reached) return [];
    const rows = responses.filter(({ key }) => key[0] === medium);
    const kinds = [...new Set(rows.map(({ key }) => key[1]))].map((kind) => {
      const of = rows.filter(({ key }) => key[1] === kind).map(({ key, count }) => ({ day: key[2], touches: count })).sort((one, other) => one.day - other.day);
      return {
        kind,
        days: of.filter(({ day }) => day >= 0),
        early: of.find(({ day }) => day < 0)?.touches ?? 0,
        total: of.reduce((sum, { touches: count }) => sum + count, 0),
      };
    });
    return [{ medium, touches: reached.count, kinds: kinds.sort((one, other) => other.total - one.total || (one.kind < other.kind ? -1 : 1)) }];
  });
}
