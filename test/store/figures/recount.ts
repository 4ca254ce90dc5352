import type { Store } from '../../../store/connect.ts';

interface Traded {
  readonly order?: string;
  readonly voucher?: string;
  readonly refund?: string;
  readonly amount?: number;
  readonly currency?: string;
}

/** Counts a campaign's figures anew from the raw tables, the plain way: question by question, in one process, with nothing kept. */
export async function recount(store: Store, campaignId: string) {
  const campaign = await store.selectFrom('campaigns').selectAll().where('id', '=', campaignId).executeTakeFirstOrThrow();
  const all = await store.selectFrom('journeys').selectAll().where('campaign_id', '=', campaignId).execute();
  const events = (await store.selectFrom('events').selectAll().orderBy('id').execute())
    .map((event) => ({ ...event, journey: event.journey_id ?? `${event.campaign_id}/${event.prospect_id}` }))
    .filter(({ evidence, kind }) => evidence === 'human' || (evidence !== 'bot' && !['scan', 'visit', 'click'].includes(kind)));
  const bots = await store.selectFrom('events').selectAll().where('evidence', '=', 'bot').where('kind', 'in', ['scan', 'visit', 'click']).execute();
  const touches = await store
    .selectFrom('touches as t')
    .leftJoin('mailpieces as m', 'm.touch_id', 't.id')
    .leftJoin('print_runs as r', 'r.id', 'm.print_run_id')
    .select(['t.id', 't.journey_id', 't.message', 't.medium', 't.status', 't.variant', 't.cost', 't.campaign_at', 'm.status as piece', 'm.in_home', 'm.in_home_estimate', 'm.in_home_evidence', 'r.handed_over_at'])
    .orderBy('t.campaign_at')
    .orderBy('t.at')
    .orderBy('t.id')
    .execute();
  const campaignTime = (real: Date, received: Date) => campaign.clock.epoch + (Math.min(real.getTime(), received.getTime()) - campaign.clock.epoch) * campaign.clock.speed;

  const eventsOf = (journey: string) => events.filter((event) => event.journey === journey);
  const codeOf = (data: Traded) => data.voucher?.replace(/[\s-]/g, '').toUpperCase();
  /** By its number, else by that of an order which names the same voucher. */
  const numberOf = (journey: string, data: Traded) => data.order ?? eventsOf(journey).map((event) => event.data as Traded).findLast((other) => other.order !== undefined && codeOf(other) !== undefined && codeOf(other) === codeOf(data))?.order;
  const paid = (journey: string, kind: string) =>
    eventsOf(journey).some((event) => {
      if (event.kind !== kind) return false;
      const number = numberOf(journey, event.data);
      if (number === undefined) return true;
      const trades = eventsOf(journey).filter((other) => ['purchase', 'redeem', 'refund'].includes(other.kind) && numberOf(journey, other.data) === number);
      const first = trades.find((trade) => trade.kind !== 'refund' && (trade.data as Traded).amount !== undefined)?.data as Traded | undefined;
      if (!first) return true;
      const back: Record<string, number> = {};
      for (const trade of trades) {
        const data = trade.data as Traded;
        if (trade.kind === 'refund' && data.currency === first.currency) back[data.refund ?? trade.event_id] = data.amount!;
      }
      const sum = Object.values(back).reduce((sum, amount) => sum + amount, 0);
      return !(sum > 0 && sum >= first.amount! - 1e-9);
    });
  const converted = (journey: string) => campaign.goal.some((kind) => (kind === 'purchase' || kind === 'redeem' ? paid(journey, kind) : eventsOf(journey).some((event) => event.kind === kind)));

  const treated = all.filter(({ holdout }) => !holdout);
  const group = (journeys: typeof all) => ({ of: journeys.length, converted: journeys.filter(({ id }) => converted(id)).length });
  const made = touches.filter((touch) => touch.status === 'sent' && touch.piece !== 'recalled' && treated.some(({ id }) => id === touch.journey_id));
  const shortName = (touch: { id: string; journey_id: string }) => touch.id.slice(touch.journey_id.length + 1);
  const answersTo = (touch: (typeof made)[number]) => eventsOf(touch.journey_id).filter((event) => event.touch === shortName(touch));
  const people = (did: (journey: string) => boolean) => treated.filter(({ id }) => did(id)).length;
  const has = (kinds: string[], medium?: string) => (journey: string) =>
    eventsOf(journey).some((event) => kinds.includes(event.kind) && (medium === undefined || touches.some((touch) => touch.id === `${journey}/${event.touch}` && touch.medium === medium && touch.status !== 'sending')));
  const got = (medium: string) => (journey: string) => made.some((touch) => touch.journey_id === journey && touch.medium === medium && touch.piece !== 'queued');

  const spend: Record<string, number> = {};
  const responses: Record<string, number> = {};
  for (const touch of made) {
    const day = `${touch.campaign_at.toISOString().slice(0, 10)} ${touch.medium}`;
    spend[day] = (spend[day] ?? 0) + Math.round(Number(touch.cost) * 10_000);
    if (touch.piece === 'queued' || touch.in_home_evidence === 'returned') continue;
    const open = touch.piece === null ? touch.campaign_at.getTime() : (touch.in_home?.getTime() ?? Math.max(touch.in_home_estimate!.getTime(), touch.handed_over_at?.getTime() ?? 0));
    for (const kind of ['scan', 'visit', 'click', 'reply', 'redeem', 'purchase', 'follow']) {
      const times = answersTo(touch).filter((event) => event.kind === kind).map((event) => campaignTime(event.at, event.received_at));
      if (times.length === 0) continue;
      const days = Math.floor((Math.max(Math.min(...times), touch.campaign_at.getTime()) - open) / 86_400_000);
      const key = `${touch.medium} ${kind} ${days < 0 ? 'early' : days}`;
      responses[key] = (responses[key] ?? 0) + 1;
    }
  }
  return {
    groups: { treated: group(treated), holdout: group(all.filter(({ holdout }) => holdout)) },
    steps: {
      printed: people(got('print')),
      scanned: people(has(['scan'])),
      visited: people(has(['scan', 'visit'])),
      replied: people(has(['reply'])),
      mailed: people(got('email')),
      clicked: people(has(['click', 'visit'], 'email')),
      invited: people(got('social')),
      invitationClicked: people(has(['click'], 'social')),
      purchased: people((journey) => paid(journey, 'purchase')),
      redeemed: people((journey) => paid(journey, 'redeem')),
      converted: people(converted),
      unsubscribed: people(has(['unsubscribe'])),
      complained: people(has(['complained'])),
      returned: people(has(['returned'])),
      bounced: people(has(['bounced'])),
    },
    botHits: bots.filter((event) => treated.some(({ id }) => id === (event.journey_id ?? `${event.campaign_id}/${event.prospect_id}`))).length,
    spend,
    responses,
    variants: Object.fromEntries(
      [...new Set(made.filter(({ variant }) => variant !== null).map(({ message, variant }) => `${message} ${variant}`))].map((arm) => {
        const of = made.filter(({ message, variant }) => `${message} ${variant}` === arm);
        return [arm, { touches: of.length, answered: of.filter((touch) => answersTo(touch).some(({ kind }) => ['scan', 'visit', 'click', 'reply', 'redeem', 'purchase', 'follow'].includes(kind))).length, converted: of.filter((touch) => converted(touch.journey_id)).length }];
      }),
    ),
    outcomes: Object.fromEntries([...new Set(treated.filter(({ status }) => status === 'ended').map(({ outcome }) => outcome!))].map((outcome) => [outcome, treated.filter((one) => one.status === 'ended' && one.outcome === outcome).length])),
    underWay: treated.filter(({ status }) => status !== 'ended').length,
  };
}
