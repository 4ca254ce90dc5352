import type { CampaignReport } from '../../store/report.ts';
import { inLanguage, type Place } from '../page/place.ts';
import { Card, KeyFigures, ShareBar, Table } from '../page/show-parts.tsx';
import { whyWords } from '../prospect/why-words.ts';
import { campaignWords } from './campaign-words.ts';

interface Props {
  readonly place: Place;
  readonly report: CampaignReport;
}

export function CampaignFigures({ place, report: { audience, people, running, cost, revenue, lift, outcomes } }: Props) {
  const { count, percent, sum, money } = place.figures;
  const words = inLanguage(place, campaignWords).figures;
  const share = (part: number): string | undefined => (audience.treated === 0 ? undefined : words.ofPeople(percent(part / audience.treated)));
  const converted = lift ? lift.treated.converted : (outcomes.find(({ outcome }) => outcome === 'converted')?.journeys ?? 0);
  const [first] = revenue;
  return (
    <KeyFigures
      figures={[
        [words.people, count(audience.treated), audience.holdout > 0 ? words.holdout(count(audience.holdout)) : undefined],
        [words.running, count(running), words.ended(count(audience.treated - running))],
        [words.answered, count(people.visited), share(people.visited)],
        [words.converted, count(converted), share(converted)],
        [words.revenue, first ? sum(first.amount, first.currency) : sum(0), first ? words.orders(count(first.orders)) : undefined],
        [words.spent, sum(cost.total), cost.perConversion === undefined ? words.nobodyYet : words.each(money(cost.perConversion))],
      ]}
    />
  );
}

export function OutcomesCard({ place, report: { outcomes, audience } }: Props) {
  const words = inLanguage(place, campaignWords);
  const { count, percent } = place.figures;
  return (
    <Card title={words.outcomes}>
      {outcomes.length === 0 ? (
        <p className="empty">{words.noneEnded}</p>
      ) : (
        <ul className="bars">
          {outcomes.map(({ outcome, journeys }) => (
            <li key={outcome}>
              <span>{words.outcomeOf(outcome)}</span>
              <span>
                <b>{count(journeys)}</b> <span className="quiet">{percent(journeys / audience.treated)}</span>
              </span>
              <ShareBar parts={[{ className: outcome === 'converted' ? 'part-won' : 'part-ended', share: journeys / audience.treated }]} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

export function LiftCard({ place, report: { lift } }: Props) {
  const words = inLanguage(place, campaignWords);
  const { percent, points } = place.figures;
  return (
    <Card title={words.lift}>
      {lift ? (
        <>
          <p>{words.liftVerdict[lift.verdict]}</p>
          <p className="quiet">
            {words.liftText({ treated: percent(lift.treated.rate), holdout: percent(lift.holdout.rate), points: points(lift.absolute), low: points(lift.interval.low), high: points(lift.interval.high) })}
          </p>
        </>
      ) : (
        <p className="empty">{words.liftNone}</p>
      )}
    </Card>
  );
}

export function SpendCard({ place, report: { cost } }: Props) {
  const words = inLanguage(place, campaignWords);
  const { count, money } = place.figures;
  return (
    <Card title={words.spend}>
      {cost.byMedium.length === 0 ? (
        <p className="empty">{words.nothingSent}</p>
      ) : (
        <ul className="bars">
          {cost.byMedium.map(({ medium, touches, cost: spent }) => (
            <li key={medium}>
              <span>
                {words.media[medium]} <span className="quiet">{words.touches(count(touches))}</span>
              </span>
              <b>{money(spent)}</b>
              <ShareBar parts={[{ className: 'part-running', share: cost.total === 0 ? 0 : spent / cost.total }]} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

export function NotSentCard({ place, report: { notSent } }: Props) {
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
