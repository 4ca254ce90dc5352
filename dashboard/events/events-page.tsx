import { KINDS } from '../../scenarios/vocabulary/index.ts';
import type { FeedEvent, FeedOptions } from '../../store/event-feed.ts';
import { PageHead } from '../page/page-head.tsx';
import { inLanguage, withQuery, type Place } from '../page/place.ts';
import { LivePart } from '../page/show-parts.tsx';
import type { PageToRender } from '../page/shell.tsx';
import { EventList } from './event-list.tsx';
import { eventWords } from './event-words.ts';

interface Events {
  /** By id. */
  readonly campaigns: readonly string[];
  readonly filter: Omit<FeedOptions, 'limit'>;
  readonly events: readonly FeedEvent[];
  readonly hasMore: boolean;
  readonly pulse: string;
}

export function eventsPage(place: Place, { campaigns, filter, events, hasMore, pulse }: Events): PageToRender {
  const words = inLanguage(place, WORDS);
  const { campaignId, before } = filter;
  const last = events.at(-1);
  return {
    title: words.title,
    // An older page stays as it is.
    ...(before === undefined ? { live: { from: campaignId === undefined ? '/live' : `/live?campaign=${encodeURIComponent(campaignId)}`, pulse } } : {}),
    children: (
      <>
        <PageHead title={words.title} note={words.note} />
        <Filters campaigns={campaigns} filter={filter} place={place} />
        <LivePart name="events">
          <div className="card">
            <h2 className="unseen">{words.list}</h2>
            {events.length === 0 ? <p className="empty">{words.none}</p> : <EventList events={events} place={place} />}
          </div>
          <p className="pages">
            {before !== undefined && (
              <a className="button calm" href={withQuery(place.path, { before: undefined })}>
                {words.latest}
              </a>
            )}
            {hasMore && last && (
              <a className="button calm" href={withQuery(place.path, { before: last.id })}>
                {words.older}
              </a>
            )}
          </p>
        </LivePart>
      </>
    ),
  };
}

function Filters({ campaigns, filter: { campaignId, kind, by }, place }: Pick<Events, 'campaigns' | 'filter'> & { place: Place }) {
  const words = inLanguage(place, WORDS);
  const { kinds } = inLanguage(place, eventWords);
  return (
    <form className="filters" method="get" action="/events" role="search" data-at-once="">
      <label>
        {words.campaign}
        <select name="campaign" defaultValue={campaignId ?? ''}>
          <option value="">{words.all}</option>
          {campaigns.map((id) => (
            <option key={id} value={id}>
              {id}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.kind}
        <select name="kind" defaultValue={kind ?? ''}>
          <option value="">{words.all}</option>
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {kinds[one]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.by}
        <select name="by" defaultValue={by ?? ''}>
          <option value="">{words.all}</option>
          <option value="people">{words.people}</option>
          <option value="machines">{words.machines}</option>
        </select>
      </label>
      <button type="submit" className="calm">
        {words.show}
      </button>
    </form>
  );
}

const WORDS = {
  en: {
    title: 'Events',
    note: 'What people did and carriers report, latest first, in the time of its campaign.',
    list: 'Latest events',
    none: 'Nothing came in that fits.',
    campaign: 'Campaign',
    kind: 'What',
    by: 'By whom',
    all: 'All',
    people: 'People and carriers',
    machines: 'Machines',
    show: 'Show',
    older: 'Older',
    latest: 'Latest',
  },
  fr: {
    title: 'Événements',
    note: 'Ce que font les gens et ce que rapportent les transporteurs, du plus récent au plus ancien, dans le temps de leur campagne.',
    list: 'Derniers événements',
    none: 'Rien de tel n’est arrivé.',
    campaign: 'Campagne',
    kind: 'Quoi',
    by: 'Par qui',
    all: 'Tout',
    people: 'Gens et transporteurs',
    machines: 'Machines',
    show: 'Montrer',
    older: 'Plus anciens',
    latest: 'Derniers',
  },
};
