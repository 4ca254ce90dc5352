import type { CurrentPolicy, PastPolicy } from '../../store/policies.ts';
import { posteriorsChart, variantsChart, type PosteriorSnapshot } from '../charts/index.ts';
import { Chart } from '../page/chart.tsx';
import { inLanguage, type Place } from '../page/place.ts';
import { Card, State, Table } from '../page/show-parts.tsx';
import type { ShownFigures } from './campaign-page.tsx';
import { campaignWords } from './campaign-words.ts';

export interface ShownChoices {
  readonly current: readonly CurrentPolicy[];
  readonly history: readonly PastPolicy[];
}

/** Snapshots drawn at most; a line is no finer. */
const DRAWN = 60;

/** Each message that is written in variants, and each branch that is chosen: what the variants bring, what is known of them over time, how they are chosen now. */
export function ChoicesCard({ place, figures: { variants }, choices: { current, history } }: ShownFigures & { choices: ShownChoices }) {
  const words = inLanguage(place, campaignWords);
  const points = [...new Set([...variants.map(({ message }) => message), ...current.map(({ point }) => point)])];
  return (
    <Card title={words.choices}>
      {points.length === 0 ? (
        <p className="empty">{words.choicesNone}</p>
      ) : (
        points.map((point) => {
          const counted = variants.find(({ message }) => message === point);
          const policies = current.filter((policy) => policy.point === point);
          const snapshots = snapshotsOf(history.filter((past) => past.point === point));
          return (
            <div key={point} className="choice">
              <h3>{point}</h3>
              {counted && <Chart svg={variantsChart(counted, { language: place.language })} />}
              {snapshots.length > 1 && <Chart svg={posteriorsChart({ message: point, snapshots }, { language: place.language })} />}
              {policies.map((policy) => (
                <PolicyTable key={policy.arms.join(' ')} place={place} policy={policy} />
              ))}
            </div>
          );
        })
      )}
    </Card>
  );
}

function PolicyTable({ place, policy: { point, arms, snapshot, decided, overrides } }: { place: Place; policy: CurrentPolicy }) {
  const words = inLanguage(place, campaignWords);
  const { count, percent } = place.figures;
  const last = overrides.at(-1);
  return (
    <>
      <p className="quiet">
        {words.policyKinds[snapshot.spec.kind]}
        {last && ` · ${words.overriddenBy(last.by, last.because)}`}
      </p>
      <Table name={words.policyOf(point)} head={[[words.arm], [words.weight, true], [words.decided, true], [words.standing]]}>
        {arms.map((arm) => {
          const stopped = snapshot.stopped[arm];
          return (
            <tr key={arm}>
              <td>{arm}</td>
              <td className="number">{percent(snapshot.weights[arm] ?? 0)}</td>
              <td className="number">{count(decided[arm] ?? 0)}</td>
              <td>{stopped ? <State tone="bad">{words.stopped(words.stoppedBecause[stopped.because], stopped.why)}</State> : snapshot.winner === arm ? <State tone="good">{words.winner}</State> : <State tone="calm">{words.inPlay}</State>}</td>
            </tr>
          );
        })}
      </Table>
    </>
  );
}

/** What was known as answers came in, thinned out evenly. */
function snapshotsOf(past: readonly PastPolicy[]): PosteriorSnapshot[] {
  const told = past.filter(({ snapshot }) => Object.values(snapshot.standing ?? {}).some(({ known }) => known > 0));
  const step = Math.max(1, Math.ceil(told.length / DRAWN));
  return told
    .filter((_, index) => index % step === 0 || index === told.length - 1)
    .map(({ campaignAt, snapshot }) => ({ at: campaignAt.getTime(), arms: snapshot.arms.flatMap((arm) => (snapshot.standing[arm] ? [{ arm, mean: snapshot.standing[arm].rate, low: snapshot.standing[arm].low, high: snapshot.standing[arm].high }] : [])) }));
}
