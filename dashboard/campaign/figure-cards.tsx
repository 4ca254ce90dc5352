import { flowChart, funnelChart, liftChart, responsesChart, spendChart, waitingChart } from '../charts/index.ts';
import { Chart } from '../page/chart.tsx';
import { inLanguage } from '../page/place.ts';
import { Card, KeyFigures, LivePart, ShareBar, Table } from '../page/show-parts.tsx';
import { whyWords } from '../prospect/why-words.ts';
import type { ShownFigures } from './campaign-page.tsx';
import { campaignWords } from './campaign-words.ts';

export function CampaignFigures({ place, figures, revenue }: ShownFigures) {
  const { count, percent, sum, money } = place.figures;
  const words = inLanguage(place, campaignWords).figures;
  const { audience, journeys, steps } = figures.funnel;
  const { total } = figures.spending;
  const share = (part: number): string | undefined => (audience.treated === 0 ? undefined : words.ofPeople(percent(part / audience.treated)));
  return (
    <KeyFigures
      figures={[
        [words.people, count(audience.treated), audience.holdout > 0 ? words.holdout(count(audience.holdout)) : undefined],
        [words.running, count(journeys.running + journeys.toStart), words.ended(count(journeys.ended))],
        [words.answered, count(steps.visited), share(steps.visited)],
        [words.converted, count(steps.converted), share(steps.converted)],
        // Currencies are never added up.
        [words.revenue, revenue.map(({ amount, currency }) => sum(amount, currency)).join(' + ') || sum(0), revenue.length > 0 ? words.orders(count(revenue.reduce((orders, one) => orders + one.orders, 0))) : undefined],
        [words.spent, sum(total), steps.converted === 0 ? words.nobodyYet : words.each(money(total / steps.converted))],
      ]}
    />
  );
}

/** The charts of a campaign, each refreshed by itself. */
export function Charts({ place, figures }: ShownFigures) {
  const words = inLanguage(place, campaignWords);
  const { language } = place;
  const options = { language };
  const { funnel, flows, waiting, responses, spending, lift } = figures;
  return (
    <>
      <LivePart name="funnel">
        <Card title={words.funnel} className="half">
          <Chart svg={funnelChart(funnel, options)} />
        </Card>
      </LivePart>
      <LivePart name="waiting">
        <Card title={words.waiting} className="half">
          <Chart svg={waitingChart(waiting, options)} />
        </Card>
      </LivePart>
      <LivePart name="flows" className="wide">
        <Card title={words.flows} note={words.flowsNote}>
          <Chart svg={flowChart(flows, options)} />
        </Card>
      </LivePart>
      {responses.map((one) => (
        <LivePart key={one.medium} name={`responses-${one.medium}`}>
          <Card title={words.responses(words.media[one.medium])} className="half">
            <Chart svg={responsesChart(one, options)} />
          </Card>
        </LivePart>
      ))}
      <LivePart name="spend">
        <Card title={words.spend} className="half">
          <Chart svg={spendChart(spending, options)} />
        </Card>
      </LivePart>
      <LivePart name="lift">
        <Card title={words.lift} className="half">
          <Chart svg={liftChart(lift, options)} />
        </Card>
      </LivePart>
    </>
  );
}

export function OutcomesCard({ place, figures: { endings, funnel } }: ShownFigures) {
  const words = inLanguage(place, campaignWords);
  const { count, percent } = place.figures;
  const { treated } = funnel.audience;
  return (
    <Card title={words.outcomes}>
      {endings.outcomes.length === 0 ? (
        <p className="empty">{words.noneEnded}</p>
      ) : (
        <ul className="bars">
          {endings.outcomes.map(({ outcome, journeys }) => (
            <li key={outcome}>
              <span>{words.outcomeOf(outcome)}</span>
              <span>
                <b>{count(journeys)}</b> <span className="quiet">{percent(journeys / treated)}</span>
              </span>
              <ShareBar parts={[{ className: outcome === 'converted' ? 'part-won' : 'part-ended', share: journeys / treated }]} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

export function NotSentCard({ place, figures: { endings: { notSent } } }: ShownFigures) {
  const words = inLanguage(place, campaignWords);
  const whys = inLanguage(place, whyWords);
  return (
    <Card title={words.notSent}>
      {notSent.length === 0 ? (
        <p className="empty">{words.notSentNone}</p>
      ) : (
        <Table name={words.notSent} head={[[words.message], [words.why], [words.times, true]]}>
          {notSent.map(({ message, why, touches }) => (
            <tr key={`${message} ${why}`}>
              <td>{message}</td>
              <td>{whys(why)}</td>
              <td className="number">{place.figures.count(touches)}</td>
            </tr>
          ))}
        </Table>
      )}
    </Card>
  );
}
