import type { TouchMedium } from '../../scenarios/vocabulary/index.ts';
import { journeysOfProspect, reachable, type Store } from '../../store/index.ts';
import type { Occurrence } from '../intake.ts';

const MEDIA = ['print', 'email', 'social'] as const satisfies readonly TouchMedium[];

export interface NewConsents {
  readonly prospectId: string;
  /** Unique to what was agreed; the events' ids begin with it. */
  readonly id: string;
  readonly source: string;
  /** What they agreed to. */
  readonly agreed: readonly TouchMedium[];
  /** The touch by which they came, and its journey. */
  readonly from: { readonly journeyId: string; readonly touch: string };
}

/**
 * What journeys are told when somebody agrees: every one of the person that is under way, of every medium by which they can be reached from now on, which may be
 * more than they ticked (a proven mailbox opens invitations that were agreed to before) or less (a complaint still stands).
 *
 * @param save saves the consents, in the same transaction
 */
export async function tellConsents(transaction: Store, { prospectId, id, source, agreed, from }: NewConsents, save: () => Promise<unknown>): Promise<Occurrence[]> {
  const standing = async () => (await reachable(transaction, [prospectId])).get(prospectId);
  const before = await standing();
  await save();
  const after = await standing();
  if (!before || !after) return [];
  const opened = MEDIA.filter((medium) => after[medium] && (agreed.includes(medium) || !before[medium]));
  const underWay = (await journeysOfProspect(transaction, prospectId)).filter(({ status }) => status !== 'ended');
  return underWay.flatMap((journey) =>
    opened.map((medium): Occurrence => ({
      ...{ eventId: `${id}:${journey.id}:${medium}`, kind: 'consent', evidence: 'human', source, data: { medium } },
      ...{ about: { journeyId: journey.id, prospectId, clock: journey.clock }, ...(journey.id === from.journeyId ? { touch: from.touch } : {}) },
    })),
  );
}
