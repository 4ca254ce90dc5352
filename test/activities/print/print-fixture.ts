import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PrintRunDeps } from '../../../activities/print/print-run.ts';
import { queueMailpiece, type QueuedMailpiece } from '../../../activities/print/queue-mailpiece.ts';
import { reminderCard } from '../../../scenarios/boiler-renewal/messages/reminder-card.ts';
import { renewalPostcard } from '../../../scenarios/boiler-renewal/messages/renewal-postcard.ts';
import { makeToken } from '../../../store/tokens.ts';
import { insertTouch } from '../../../store/touches.ts';
import { testStore } from '../../setup/store.ts';

export const CUT_OFF = new Date('2027-03-01T17:00:00Z');
export const RUN = `spring/${CUT_OFF.toISOString()}`;
const IN_HOME = new Date('2027-03-04T17:00:00Z');

interface Person {
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly city?: string | null;
}

/** A campaign in a store of its own, and a folder to print into. */
export async function openPrintFixture() {
  const store = await testStore();
  const out = await mkdtemp(join(tmpdir(), 'parcours-print-'));
  const clock = JSON.stringify({ epoch: 0, speed: 1 });
  await store
    .insertInto('campaigns')
    .values({ id: 'spring', scenario: 'boiler-renewal', version: 1, goal: ['purchase'], clock, holdout: 0, seed: '1', pace: 10, print_every_ms: 86_400_000 })
    .execute();
  const messages = { 'renewal-postcard': renewalPostcard, 'reminder-card': reminderCard };
  const deps: PrintRunDeps = { store, out, publicUrl: 'http://127.0.0.1:8080', contentOf: () => ({ messages }) as unknown as ReturnType<PrintRunDeps['contentOf']> };

  /** Records a postcard to a new prospect, with its two tokens, and lets it join the run as `sendMailpiece` does. */
  async function queue(name: string, person: Person, piece: Partial<QueuedMailpiece> = {}): Promise<{ touchId: string; result: 'queued' | 'closed' }> {
    const { city = 'Saint-Loup', ...names } = person;
    const journeyId = `spring/${name}`;
    const touchId = `${journeyId}/renewal-postcard/1`;
    await store.insertInto('prospects').values({ id: name, facts: '{}' }).execute();
    await store.insertInto('identities').values({ prospect_id: name, title: 'Mme', address_line: '4, rue de l’Église', postcode: '00410', city, ...names }).execute();
    await store.insertInto('journeys').values({ id: journeyId, campaign_id: 'spring', prospect_id: name, holdout: false }).execute();
    const result = await store.transaction().execute(async (transaction) => {
      const links = (['qr', 'purl'] as const).map((kind) => ({ token: makeToken(), kind, name: kind, target: 'boiler-check' }));
      await insertTouch(transaction, { id: touchId, journeyId, message: 'renewal-postcard', medium: 'print', status: 'sent', why: 'sent', props: { offer: 'replace' }, cost: 0.62, campaignAt: CUT_OFF, links });
      return queueMailpiece(transaction, { touchId, campaignId: 'spring', runId: RUN, cutOff: CUT_OFF, inHome: IN_HOME, ...piece });
    });
    return { touchId, result };
  }

  const close = async (): Promise<void> => {
    await store.destroy();
    await rm(out, { recursive: true, force: true });
  };
  return { store, out, deps, queue, close };
}
