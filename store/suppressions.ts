import type { TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { Store } from './connect.ts';

const MEDIA = ['print', 'email', 'social'] as const satisfies readonly TouchMedium[];

/**
 * Closes a medium, or all of them, to a prospect for good. The first reason stays, but for `returned`, which another address lifts and every other reason
 * replaces, so that who has withdrawn stays withdrawn.
 *
 * @throws when there is no such prospect.
 * @example await suppress(store, { prospectId: 'p-001', medium: 'email', reason: 'bounced' });
 */
export async function suppress(store: Store, { prospectId, medium, reason }: { prospectId: string; medium: TouchMedium | 'all'; reason: string }): Promise<void> {
  const media = medium === 'all' ? MEDIA : [medium];
  await store
    .insertInto('suppressions')
    .values(media.map((one) => ({ prospect_id: prospectId, medium: one, reason })))
    .onConflict((conflict) =>
      conflict
        .columns(['prospect_id', 'medium'])
        .doUpdateSet({ reason })
        .where('suppressions.reason', '=', 'returned'),
    )
    .execute();
}
