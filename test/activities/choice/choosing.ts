import { campaignLookup } from '../../../activities/campaign-lookup.ts';
import { choose } from '../../../activities/choice/index.ts';
import { sendMailpiece } from '../../../activities/print/send-mailpiece.ts';
import type { ChoiceReceipt, TouchReceipt } from '../../../engine/index.ts';
import { content } from '../../../scenarios/boiler-renewal/content.ts';
import type { Policies } from '../../../scenarios/content/index.ts';
import { createCampaign, enterAudience, type Campaign } from '../../../store/campaigns.ts';
import { recordEvent } from '../../../store/events.ts';
import { saveProspects } from '../../../store/prospects.ts';
import { testStore, type TestStore } from '../../setup/store.ts';
import { someone } from '../../setup/world.ts';

const DAY = 86_400_000;

/** A campaign in a store of its own whose journeys choose, without Temporal. */
export interface Choosing {
  readonly store: TestStore;
  readonly campaign: Campaign;
  readonly deps: Parameters<typeof choose>[0] & { readonly startPrintRun: () => Promise<void>; readonly startsMore: () => Promise<boolean> };
  /** Somebody new, and the id of their journey. */
  enter(facts?: object): Promise<string>;
  choose(journeyId: string, options?: readonly string[]): Promise<ChoiceReceipt>;
  /** A card that chooses its offer, asked for at a time of the campaign. */
  card(journeyId: string, at: number): Promise<TouchReceipt>;
  /** What comes of it. */
  report(journeyId: string, kind: string, touch?: string): Promise<void>;
}

export async function openChoosing(policies: Policies = {}): Promise<Choosing> {
  const store = await testStore();
  const campaign: Campaign = { id: 'spring', scenario: 'boiler-renewal', version: 3, goal: ['purchase', 'redeem'], clock: { epoch: Date.now(), speed: 1 }, holdout: 0, seed: 's', pace: 10, printEvery: DAY };
  await createCampaign(store, campaign);
  const deps = { store, campaigns: campaignLookup(store), contentOf: () => ({ ...content, policies }), startPrintRun: async () => {}, startsMore: async () => true };
  let people = 0;
  let events = 0;
  return {
    ...{ store, campaign, deps },
    enter: async (facts = {}) => {
      const id = `p${++people}`;
      await saveProspects(store, [someone(id, { facts: { ...someone(id).facts, ...facts } })]);
      await enterAudience(store, campaign, [id]);
      return `spring/${id}`;
    },
    choose: (journeyId, options = ['09:00', '18:30']) => choose(deps, { journeyId, order: { choice: 'send-hour/1', point: 'send-hour', options, at: Date.now(), facts: { boilerAge: 15 } } }),
    card: (journeyId, at) => {
      const offers = { replace: { offer: 'replace' }, service: { offer: 'service' } };
      const order = { touch: 'renewal-postcard/1', at, message: 'renewal-postcard', medium: 'print', props: { offer: 'replace' }, choose: Object.keys(offers), offers, facts: { boilerAge: 15 } } as const;
      return sendMailpiece(deps, { journeyId, at, order });
    },
    report: async (journeyId, kind, touch) => {
      await recordEvent(store, { event_id: `e${++events}`, kind, evidence: 'human', journey_id: journeyId, campaign_id: null, prospect_id: null, touch: touch ?? null, source: 'test', at: new Date(), signal: 'kept' });
    },
  };
}
