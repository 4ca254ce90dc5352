import { campaignTime } from '../../engine/clock.ts';
import type { ListedCampaign } from '../../store/campaign-list.ts';
import { inLanguage, type Place } from '../page/place.ts';
import { LivePart, ShareBar, State } from '../page/show-parts.tsx';
import type { PageToRender } from '../page/shell.tsx';

interface Campaigns {
  readonly campaigns: readonly ListedCampaign[];
  readonly pulse: string;
  /** The world's time. */
  readonly now: number;
}

export function campaignsPage(place: Place, { campaigns, pulse, now }: Campaigns): PageToRender {
  const words = inLanguage(place, WORDS);
  return {
    title: words.title,
    live: { from: '/live', pulse },
    children: (
      <>
        <div className="head">
          <h1>{words.title}</h1>
        </div>
        <LivePart name="campaigns">
          {campaigns.length === 0 ? (
            <div className="card">
              <p>{words.none}</p>
              <p className="quiet">
                <code>npx parcours launch boiler-renewal --campaign spring-2027</code>
              </p>
            </div>
          ) : (
            <ul className="list">
              {campaigns.map((campaign) => (
                <CampaignLine key={campaign.id} campaign={campaign} place={place} now={now} />
              ))}
            </ul>
          )}
        </LivePart>
      </>
    ),
  };
}

function CampaignLine({ campaign, place, now }: { campaign: ListedCampaign; place: Place; now: number }) {
  const words = inLanguage(place, WORDS);
  const { figures } = place;
  const { id, scenario, version, clock, createdAt, people, holdout, waiting, running, ended, converted, toApprove } = campaign;
  const treated = people - holdout;
  const share = (part: number): number => (treated === 0 ? 0 : part / treated);
  const day = Math.floor(((now - createdAt.getTime()) * clock.speed) / 86_400_000);
  return (
    <li className="campaign">
      <div>
        <h2>
          <a href={`/campaigns/${encodeURIComponent(id)}`}>{id}</a>
        </h2>
        <p className="quiet">
          {`${scenario} v${version} · ${words.launched(figures.date(campaignTime(clock, createdAt.getTime())))}${running + waiting > 0 ? ` · ${words.day(figures.count(day))}` : ''}`}
        </p>
        <p>
          <StateOf campaign={campaign} place={place} />
          {toApprove > 0 && (
            <>
              {' '}
              <span className="badge">{words.toApprove(toApprove)}</span>
            </>
          )}
        </p>
      </div>
      <dl className="facts">
        {(
          [
            [words.people, figures.count(treated)],
            [words.running, figures.count(running + waiting)],
            [words.converted, figures.count(converted)],
            [words.rate, treated === 0 ? '–' : figures.percent(share(converted))],
          ] as const
        ).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ShareBar
        parts={[
          { className: 'part-won', share: share(converted) },
          { className: 'part-ended', share: share(ended - converted) },
          { className: 'part-running', share: share(running) },
        ]}
      />
    </li>
  );
}

function StateOf({ campaign: { entries, entry, waiting, running, people }, place }: { campaign: ListedCampaign; place: Place }) {
  const words = inLanguage(place, WORDS);
  if (entry !== null) return entries === 'closed' ? <State tone="off">{running > 0 ? words.closedRunning : words.closed}</State> : <State tone={entries === 'paused' ? 'warn' : 'good'}>{words.entries[entries ?? 'open'](entry)}</State>;
  if (people === 0) return <State tone="off">{words.nobody}</State>;
  if (waiting > 0) return <State tone="good">{words.starting(place.figures.count(waiting))}</State>;
  return running > 0 ? <State tone="good">{words.underWay}</State> : <State tone="off">{words.over}</State>;
}

const WORDS = {
  en: {
    title: 'Campaigns',
    none: 'No campaign yet. Launch one, and it shows here at once:',
    launched: (date: string) => `launched ${date}`,
    day: (day: string) => `day\u00a0${day}`,
    people: 'people',
    running: 'under way',
    converted: 'at the goal',
    rate: 'rate',
    toApprove: (count: number) => (count === 1 ? '1 proof to look at' : `${count} proofs to look at`),
    starting: (left: string) => `Starting, ${left} still to go`,
    underWay: 'Under way',
    over: 'Over',
    nobody: 'Nobody in it',
    closed: 'Closed',
    closedRunning: 'Closed to new people, journeys under way',
    entries: { open: (event: string) => `Open to ${event}`, paused: (event: string) => `Paused: lets people in by ${event}, starts nobody`, closed: () => 'Closed' },
  },
  fr: {
    title: 'Campagnes',
    none: 'Pas encore de campagne. Lancez-en une, elle apparaît ici aussitôt :',
    launched: (date: string) => `lancée le ${date}`,
    day: (day: string) => `jour\u00a0${day}`,
    people: 'personnes',
    running: 'en cours',
    converted: 'au but',
    rate: 'taux',
    toApprove: (count: number) => (count === 1 ? '1 bon à tirer à regarder' : `${count} bons à tirer à regarder`),
    starting: (left: string) => `Démarrage, encore ${left}`,
    underWay: 'En cours',
    over: 'Terminée',
    nobody: 'Personne dedans',
    closed: 'Fermée',
    closedRunning: 'Fermée aux entrées, parcours en cours',
    entries: { open: (event: string) => `Ouverte à ${event}`, paused: (event: string) => `En pause : ${event} fait entrer, personne ne démarre`, closed: () => 'Fermée' },
  },
};
