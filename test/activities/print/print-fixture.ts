import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFolder } from '../../../activities/print/providers/folder.ts';
import { queueMailpiece, type QueuedMailpiece } from '../../../activities/print/queue-mailpiece.ts';
import type { PrintRunDeps } from '../../../activities/print/run/print-run-deps.ts';
import { reminderCard } from '../../../scenarios/boiler-renewal/messages/reminder-card.ts';
import { renewalPostcard } from '../../../scenarios/boiler-renewal/messages/renewal-postcard.ts';
import type { PrintPlan } from '../../../store/print-plan.ts';
import { printRunIdOf } from '../../../store/print-run-id.ts';
import { makeToken } from '../../../store/tokens.ts';
import { insertTouch } from '../../../store/touches.ts';
import { testStore } from '../../setup/store.ts';

export const CUT_OFF = new Date('2027-03-01T17:00:00Z');
export const RUN = 'spring/a6-postcard/2027-03-01T17:00:00.000Z';
/** The folder of that run, within that of all prints. */
export const RUN_FOLDER = 'spring/a6-postcard/2027-03-01T17-00-00Z';
export const IN_HOME = new Date('2027-03-04T17:00:00Z');

interface Person {
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly city?: string | null;
  readonly address_line?: string;
}

/** A campaign in a store of its own, and a folder to print into. */
export async function openPrintFixture(print?: PrintPlan) {
  const store = await testStore();
  const out = await mkdtemp(join(tmpdir(), 'parcours-print-'));
  const clock = JSON.stringify({ epoch: 0, speed: 1 });
  await store
    .insertInto('campaigns')
    .values({ id: 'spring', scenario: 'boiler-renewal', version: 1, goal: ['purchase'], clock, holdout: 0, seed: '1', pace: 10, print_every_ms: 86_400_000, print: print ? JSON.stringify(print) : null })
    .execute();
  const messages = { 'renewal-postcard': renewalPostcard, 'reminder-card': reminderCard };
  const deps: PrintRunDeps = {
    ...{ store, out, publicUrl: 'http://127.0.0.1:8080', printers: { folder: createFolder() }, contact: 'Bellebraise <atelier@bellebraise.example>' },
    contentOf: () => ({ messages }) as unknown as ReturnType<PrintRunDeps['contentOf']>,
  };

  /** Records a postcard to a new prospect, with its two tokens, and lets it join the run as `sendMailpiece` does. */
  async function queue(name: string, person: Person, piece: Partial<QueuedMailpiece> = {}): Promise<{ touchId: string; result: 'queued' | 'closed'; runId: string | undefined }> {
    const { city = 'Saint-Loup', ...names } = person;
    const journeyId = `spring/${name}`;
    const touchId = `${journeyId}/renewal-postcard/1`;
    await store.insertInto('prospects').values({ id: name, facts: '{}' }).execute();
    await store.insertInto('identities').values({ prospect_id: name, title: 'Mme', address_line: '4, rue de l’Église', postcode: '00410', city, ...names }).execute();
    await store.insertInto('journeys').values({ id: journeyId, campaign_id: 'spring', prospect_id: name, holdout: false }).execute();
    const result = await store.transaction().execute(async (transaction) => {
      const links = (['qr', 'purl'] as const).map((kind) => ({ token: makeToken(), kind, name: kind, target: 'boiler-check' }));
      await insertTouch(transaction, { id: touchId, journeyId, message: 'renewal-postcard', medium: 'print', status: 'sent', why: 'sent', props: { offer: 'replace' }, cost: 0.62, campaignAt: CUT_OFF, links });
      return queueMailpiece(transaction, { touchId, campaignId: 'spring', format: 'a6-postcard', cutOff: CUT_OFF, inHome: IN_HOME, ...piece });
    });
    return { touchId, result: result === 'closed' ? 'closed' : 'queued', runId: result === 'closed' ? undefined : result.runId };
  }

  /** Records many postcards at once, all of them queued: `p-0001` and so on, a second apart. */
  async function queueMany(count: number, format = 'a6-postcard'): Promise<string> {
    const runId = printRunIdOf({ campaignId: 'spring', format, cutOff: CUT_OFF.getTime() });
    const names = Array.from({ length: count }, (_, index) => `p-${String(index + 1).padStart(4, '0')}`);
    const links = names.flatMap((name) => (['qr', 'purl'] as const).map((kind) => ({ token: makeToken(), kind, name: kind, target: 'boiler-check', journey_id: `spring/${name}`, touch_id: `spring/${name}/renewal-postcard/1` })));
    await store.insertInto('prospects').values(names.map((id) => ({ id, facts: '{}' }))).execute();
    await store.insertInto('identities').values(names.map((prospect_id) => ({ prospect_id, title: 'Mme', first_name: 'Jeanne', last_name: 'Dupont', address_line: '4, rue de l’Église', postcode: '00410', city: 'Saint-Loup' }))).execute();
    await store.insertInto('journeys').values(names.map((name) => ({ id: `spring/${name}`, campaign_id: 'spring', prospect_id: name, holdout: false, status: 'started' as const }))).execute();
    const touch = { message: 'renewal-postcard', medium: 'print', status: 'sent', why: 'sent', props: JSON.stringify({ offer: 'replace' }), cost: 0.62, campaign_at: CUT_OFF } as const;
    await store.insertInto('touches').values(names.map((name) => ({ ...touch, id: `spring/${name}/renewal-postcard/1`, journey_id: `spring/${name}` }))).execute();
    await store.insertInto('links').values(links).execute();
    await store.insertInto('print_runs').values({ id: runId, campaign_id: 'spring', format, cut_off: CUT_OFF }).onConflict((conflict) => conflict.doNothing()).execute();
    const queuedAt = (index: number): Date => new Date(CUT_OFF.getTime() - 86_400_000 + index * 1_000);
    await store.insertInto('mailpieces').values(names.map((name, index) => ({ touch_id: `spring/${name}/renewal-postcard/1`, print_run_id: runId, in_home_estimate: IN_HOME, queued_at: queuedAt(index) }))).execute();
    return runId;
  }

  const close = async (): Promise<void> => {
    await store.destroy();
    await rm(out, { recursive: true, force: true });
  };
  return { store, out, deps, queue, queueMany, close };
}
