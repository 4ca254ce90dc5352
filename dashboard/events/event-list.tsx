import { campaignTime } from '../../engine/clock.ts';
import type { FeedEvent } from '../../store/event-feed.ts';
import { inLanguage, type Place } from '../page/place.ts';
import { State } from '../page/show-parts.tsx';
import { eventWords, type KindWord } from './event-words.ts';

/** Events, latest first; people by their ids, which lead to their page. */
export function EventList({ events, place, isShort = false }: { events: readonly FeedEvent[]; place: Place; isShort?: boolean }) {
  return (
    <ol className="feed">
      {events.map((event) => (
        <EventLine key={event.id} event={event} place={place} isShort={isShort} />
      ))}
    </ol>
  );
}

function EventLine({ event, place, isShort }: { event: FeedEvent; place: Place; isShort: boolean }) {
  const words = inLanguage(place, eventWords);
  const { id, kind, evidence, at, clock, touch, campaignId } = event;
  const when = campaignTime(clock ?? { epoch: 0, speed: 1 }, at.getTime());
  const about = [...(touch === null ? [] : [touch.replace(/\/1$/, '')]), ...(isShort || campaignId === null ? [] : [campaignId]), ...saidBy(event, place)];
  return (
    <li data-row={id}>
      <time dateTime={new Date(when).toISOString()}>{place.figures.dateTime(when)}</time>
      <p>
        <State tone={toneOf(event)}>{words.kinds[kind as KindWord] ?? kind}</State>{' '}
        <Who event={event} />
      </p>
      <p className="quiet">{[...about, ...(evidence === 'human' ? [] : [words.evidence[evidence]])].join(' · ')}</p>
    </li>
  );
}

function Who({ event: { prospectId, journeyId } }: { event: FeedEvent }) {
  if (prospectId === null) return null;
  return <a href={`/people/${encodeURIComponent(prospectId)}${journeyId === null ? '' : `?journey=${encodeURIComponent(journeyId)}`}`}>{prospectId}</a>;
}

/** What the event carries, as far as it names nobody. */
function saidBy({ kind, data }: FeedEvent, { figures }: Place): string[] {
  if (kind === 'purchase' && typeof data['amount'] === 'number') return [figures.money(data['amount'], String(data['currency'] ?? 'EUR'))];
  if (kind === 'reply' && typeof data['facts'] === 'object' && data['facts'] !== null) return [Object.entries(data['facts']).map(([name, value]) => `${name}: ${String(value)}`).join(', ')];
  for (const field of ['link', 'reason', 'page', 'medium'] as const) if (typeof data[field] === 'string') return [data[field].slice(0, 80)];
  return [];
}

const BAD = ['returned', 'bounced', 'complained', 'failed', 'unsubscribe'];

function toneOf({ kind, evidence }: FeedEvent): 'good' | 'warn' | 'bad' | 'calm' | 'off' {
  if (evidence === 'bot') return 'off';
  if (kind === 'purchase' || kind === 'redeem') return 'good';
  if (BAD.includes(kind)) return 'bad';
  return kind === 'posted' || kind === 'delivered' ? 'calm' : 'warn';
}
