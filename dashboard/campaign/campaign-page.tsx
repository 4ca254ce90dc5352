import { campaignTime } from '../../engine/clock.ts';
import type { Campaign } from '../../store/campaigns.ts';
import type { FeedEvent } from '../../store/event-feed.ts';
import type { RecordedAct } from '../../store/operator-acts.ts';
import type { ListedRun } from '../../store/print-runs.ts';
import type { CampaignFigures as CampaignFiguresNow } from '../../store/figures/index.ts';
import type { CampaignLessons } from '../../store/lessons.ts';
import { EventList } from '../events/event-list.tsx';
import { inLanguage, type Place } from '../page/place.ts';
import { Card, LivePart } from '../page/show-parts.tsx';
import type { PageToRender } from '../page/shell.tsx';
import type { DashboardParts } from '../parts.ts';
import { RunList } from '../print-runs/run-list.tsx';
import { ActList } from '../record/act-list.tsx';
import { campaignWords } from './campaign-words.ts';
import { Controls } from './controls.tsx';
import { ChoicesCard, type ShownChoices } from './choices.tsx';
import { CampaignFigures, Charts, NotSentCard, OutcomesCard } from './figure-cards.tsx';
import { LessonsCard } from './lessons-card.tsx';
import type { KnownProgress } from './progress.ts';

/** What the cards with figures show. */
export interface ShownFigures {
  readonly place: Place;
  readonly figures: CampaignFiguresNow;
  readonly revenue: readonly { readonly currency: string; readonly orders: number; readonly amount: number }[];
}

export interface ShownCampaign extends Omit<ShownFigures, 'place'> {
  readonly campaign: Campaign;
  readonly choices: ShownChoices;
  readonly lessons: CampaignLessons;
  readonly runs: readonly ListedRun[];
  readonly events: readonly FeedEvent[];
  readonly acts: readonly RecordedAct[];
  readonly progress: KnownProgress;
  /** How things stood when it was made; none while not all is counted yet. */
  readonly pulse: string | undefined;
  readonly temporalUi: DashboardParts['temporalUi'];
}

export function campaignPage(place: Place, shown: ShownCampaign): PageToRender {
  const { campaign, choices, lessons, runs, events, acts, progress, pulse, temporalUi } = shown;
  const words = inLanguage(place, campaignWords);
  const { id } = campaign;
  const { funnel, campaign: { launched, clock } } = shown.figures;
  const [began, now] = [campaignTime(clock, launched.getTime()), campaignTime(clock, Date.now())];
  const isOver = funnel.journeys.running + funnel.journeys.toStart === 0 && funnel.audience.people > 0 && campaign.entry === undefined;
  const counted = { place, figures: shown.figures, revenue: shown.revenue };
  return {
    title: id,
    live: { from: `/live?campaign=${encodeURIComponent(id)}`, pulse: pulse ?? '' },
    children: (
      <>
        <div className="head">
          <div>
            <a className="crumb" href="/campaigns">
              {words.all}
            </a>
            <h1>{id}</h1>
            <LivePart name="standing">
              <p className="quiet">
                {words.subtitle({ scenario: `${campaign.scenario} v${campaign.version}`, date: place.figures.date(began), day: isOver ? undefined : place.figures.count(Math.floor((now - began) / 86_400_000)) })}
                {temporalUi && (
                  <>
                    {' · '}
                    <a href={`${temporalUi.url}/namespaces/${encodeURIComponent(temporalUi.namespace)}/workflows/${encodeURIComponent(`campaign/${id}`)}`}>{words.temporal}</a>
                  </>
                )}
                {pulse === undefined && ` · ${words.counting}`}
              </p>
            </LivePart>
          </div>
        </div>
        <LivePart name="controls" className="standing">
          <Controls place={place} campaignId={id} progress={progress} toStart={funnel.journeys.toStart} />
        </LivePart>
        <LivePart name="figures">
          <CampaignFigures {...counted} />
        </LivePart>
        <div className="grid two">
          <LivePart name="lessons" className="wide">
            <LessonsCard place={place} campaignId={id} lessons={lessons} />
          </LivePart>
          <Charts {...counted} />
          <LivePart name="outcomes">
            <OutcomesCard {...counted} />
          </LivePart>
          <LivePart name="choices" className="wide">
            <ChoicesCard {...counted} choices={choices} />
          </LivePart>
          <LivePart name="not-sent" className="wide">
            <NotSentCard {...counted} />
          </LivePart>
          <LivePart name="runs" className="wide">
            <Card title={words.printRuns}>{runs.length === 0 ? <p className="empty">{words.printRunsNone}</p> : <RunList place={place} runs={runs} />}</Card>
          </LivePart>
          <LivePart name="events">
            <Card title={words.events}>
              {events.length === 0 ? <p className="empty">{words.eventsNone}</p> : <EventList events={events} place={place} isShort />}
              <p className="pages">
                <a href={`/events?campaign=${encodeURIComponent(id)}`}>{words.eventsAll}</a>
              </p>
            </Card>
          </LivePart>
          <LivePart name="acts">
            <Card title={words.acts}>{acts.length === 0 ? <p className="empty">{words.actsNone}</p> : <ActList acts={acts} place={place} />}</Card>
          </LivePart>
        </div>
      </>
    ),
  };
}
