import { campaignTime } from '../../engine/clock.ts';
import type { Campaign } from '../../store/campaigns.ts';
import type { FeedEvent } from '../../store/event-feed.ts';
import type { RecordedAct } from '../../store/operator-acts.ts';
import type { ListedRun } from '../../store/print-runs.ts';
import type { CampaignReport } from '../../store/report.ts';
import { EventList } from '../events/event-list.tsx';
import { inLanguage, type Place } from '../page/place.ts';
import { Card, LivePart } from '../page/show-parts.tsx';
import type { PageToRender } from '../page/shell.tsx';
import type { DashboardParts } from '../parts.ts';
import { RunList } from '../print-runs/run-list.tsx';
import { ActList } from '../record/act-list.tsx';
import { campaignWords } from './campaign-words.ts';
import { Controls } from './controls.tsx';
import { CampaignFigures, LiftCard, NotSentCard, OutcomesCard, SpendCard } from './figure-cards.tsx';
import type { KnownProgress } from './progress.ts';

export interface ShownCampaign {
  readonly campaign: Campaign;
  readonly report: CampaignReport;
  readonly runs: readonly ListedRun[];
  readonly events: readonly FeedEvent[];
  readonly acts: readonly RecordedAct[];
  readonly progress: KnownProgress;
  readonly pulse: string;
  readonly temporalUi: DashboardParts['temporalUi'];
}

export function campaignPage(place: Place, shown: ShownCampaign): PageToRender {
  const { campaign, report, runs, events, acts, progress, pulse, temporalUi } = shown;
  const words = inLanguage(place, campaignWords);
  const { id } = campaign;
  const { figures } = place;
  const launched = campaignTime(campaign.clock, Date.now()) - report.campaign.days * 86_400_000;
  const isOver = report.running === 0 && report.audience.people > 0 && campaign.entry === undefined;
  return {
    title: id,
    live: { from: `/live?campaign=${encodeURIComponent(id)}`, pulse },
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
                {words.subtitle({ scenario: `${campaign.scenario} v${campaign.version}`, date: figures.date(launched), day: figures.count(Math.floor(report.campaign.days)), isOver })}
                {temporalUi && (
                  <>
                    {' · '}
                    <a href={`${temporalUi.url}/namespaces/${encodeURIComponent(temporalUi.namespace)}/workflows/${encodeURIComponent(`campaign/${id}`)}`}>{words.temporal}</a>
                  </>
                )}
              </p>
            </LivePart>
          </div>
        </div>
        <LivePart name="controls" className="standing">
          <Controls place={place} campaignId={id} progress={progress} toStart={report.audience.treated - startedOf(progress, report)} />
        </LivePart>
        <LivePart name="figures">
          <CampaignFigures place={place} report={report} />
        </LivePart>
        <div className="grid two">
          <LivePart name="outcomes">
            <OutcomesCard place={place} report={report} />
          </LivePart>
          <LivePart name="lift">
            <LiftCard place={place} report={report} />
          </LivePart>
          <LivePart name="spend">
            <SpendCard place={place} report={report} />
          </LivePart>
          <LivePart name="not-sent">
            <NotSentCard place={place} report={report} />
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

function startedOf(progress: KnownProgress, { audience }: CampaignReport): number {
  return typeof progress === 'string' ? audience.treated : Math.min(audience.treated, progress.started);
}
