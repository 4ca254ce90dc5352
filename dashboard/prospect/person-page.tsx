import { reachableOf } from '../../store/consent.ts';
import type { Recipient } from '../../store/index.ts';
import type { RecordedJourney, RecordedTouch } from '../../store/prospect-record.ts';
import { inLanguage, type Place } from '../page/place.ts';
import { Card, LivePart } from '../page/show-parts.tsx';
import type { PageToRender } from '../page/shell.tsx';
import type { DashboardParts } from '../parts.ts';
import { JourneyControls } from './journey-controls.tsx';
import type { KnownJournal } from './journal.ts';
import { personWords } from './person-words.ts';
import { Way } from './way-list.tsx';
import { whyWords } from './why-words.ts';

export interface ShownPerson {
  readonly prospectId: string;
  /** None when they were erased. */
  readonly recipient: Recipient | undefined;
  readonly journeys: readonly RecordedJourney[];
  /** The one that is shown. */
  readonly journey: RecordedJourney | undefined;
  readonly touches: readonly RecordedTouch[];
  readonly journal: KnownJournal | undefined;
  readonly pulse: string;
  readonly temporalUi: DashboardParts['temporalUi'];
}

export function personPage(place: Place, shown: ShownPerson): PageToRender {
  const { prospectId, recipient, journeys, journey, journal, touches, pulse, temporalUi } = shown;
  const words = inLanguage(place, personWords);
  return {
    title: prospectId,
    ...(journey ? { live: { from: `/live?campaign=${encodeURIComponent(journey.campaignId)}`, pulse } } : {}),
    children: (
      <>
        <div className="head">
          <div>
            <a className="crumb" href={journey ? `/campaigns/${encodeURIComponent(journey.campaignId)}` : '/people'}>
              {journey ? journey.campaignId : words.people}
            </a>
            <h1>{recipient ? nameOf(recipient) || prospectId : prospectId}</h1>
            <p className="quiet">
              {prospectId} · {words.looked}
            </p>
          </div>
          {journey && temporalUi && !journey.holdout && (
            <a className="button calm" href={`${temporalUi.url}/namespaces/${encodeURIComponent(temporalUi.namespace)}/workflows/${encodeURIComponent(journey.id)}`}>
              {words.temporal}
            </a>
          )}
        </div>
        <div className="person">
          <aside>
            <LivePart name="person" className="grid">
              {recipient ? <Who place={place} recipient={recipient} /> : <Card title={words.who}>{words.erased}</Card>}
              {journeys.length > 1 && <Journeys place={place} journeys={journeys} shown={journey} />}
            </LivePart>
          </aside>
          <LivePart name="way">
            <section className="card">
              <div className="bar way-head">
                <h2>{words.way}</h2>
                {journey && journal?.isLive && <JourneyControls place={place} journey={journey} entries={journal.entries} />}
              </div>
              {journey ? <Way place={place} journey={journey} journal={journal} touches={touches} /> : <p className="empty">{words.noJourney}</p>}
            </section>
          </LivePart>
        </div>
      </>
    ),
  };
}

function nameOf({ identity: { title, firstName, lastName, company } }: Recipient): string {
  return [title, firstName, lastName].filter(Boolean).join(' ') || (company ?? '');
}

function Who({ place, recipient }: { place: Place; recipient: Recipient }) {
  const words = inLanguage(place, personWords);
  const why = inLanguage(place, whyWords);
  const { identity, facts, locale } = recipient;
  const { company, addressLine, addressComplement, postcode, city, country, email } = identity;
  const reachable = reachableOf(recipient);
  const lines = [nameOf(recipient), company, addressComplement, addressLine, [postcode, city].filter(Boolean).join(' '), country].filter((line): line is string => Boolean(line));
  const known = Object.entries(facts);
  return (
    <>
      <Card title={words.who}>
        <address className="address">
          {lines.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </address>
        <dl className="lines after">
          {email !== null && <Line name="Email" value={email} />}
          <Line name={words.language} value={locale} />
        </dl>
      </Card>
      <Card title={words.facts}>
        {known.length === 0 ? (
          <p className="empty">{words.factsNone}</p>
        ) : (
          <dl className="lines">
            {known.map(([name, value]) => (
              <Line key={name} name={name} value={typeof value === 'object' ? JSON.stringify(value) : String(value)} />
            ))}
          </dl>
        )}
      </Card>
      <Card title={words.reach}>
        <dl className="lines">
          {(['print', 'email', 'social'] as const).map((medium) => {
            const reason = recipient.suppressions[medium];
            return <Line key={medium} name={words.media[medium]} value={reachable[medium] ? words.yes : why(reason === undefined ? 'no-consent' : `suppressed:${reason}`)} />;
          })}
        </dl>
      </Card>
    </>
  );
}

function Line({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Journeys({ place, journeys, shown }: { place: Place; journeys: readonly RecordedJourney[]; shown: RecordedJourney | undefined }) {
  const words = inLanguage(place, personWords);
  return (
    <Card title={words.journeys}>
      <ul className="list tight">
        {journeys.map(({ id, prospectId, campaignId, scenario, version }) => (
          <li key={id}>
            <a href={`/people/${encodeURIComponent(prospectId)}?journey=${encodeURIComponent(id)}`} aria-current={id === shown?.id ? 'true' : undefined}>
              {campaignId}
            </a>{' '}
            <span className="quiet">{`${scenario} v${version}`}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
