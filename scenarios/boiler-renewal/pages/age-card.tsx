import type { PartProps } from './boiler-check.tsx';

/** Years from which a boiler is due: beyond 12 the scenario offers its replacement. */
export const DUE = 13;
const ATTENTIVE = 7;
const SCALE = 24;
const WIDTH = 320;

/** Where the boiler stands in its life, and what we suggest. */
export function AgeCard({ known, words }: PartProps) {
  const years = known.boilerAge;
  const stage = years === undefined || years >= DUE ? 'due' : years >= ATTENTIVE ? 'attentive' : 'young';
  const { energy } = known;
  const advice = words.advice[stage];
  return (
    <section className={`card age ${stage}`} aria-labelledby="age-title">
      <h2 id="age-title">
        {words.machine[energy ?? 'unknown']} <strong>{years === undefined ? words.ageUnknown : words.age(years)}</strong>
      </h2>
      {years !== undefined && <Gauge years={years} words={words} />}
      <p className="advice">{advice.headline}</p>
      <p>{advice.text}</p>
      {energy === 'oil' && stage === 'due' && <p className="aside">{words.oilNote}</p>}
    </section>
  );
}

function Gauge({ years, words }: { years: number } & Pick<PartProps, 'words'>) {
  const x = (at: number) => (Math.min(at, SCALE) / SCALE) * WIDTH;
  const here = Math.min(Math.max(x(years), 11), WIDTH - 11);
  return (
    <svg className="gauge" viewBox={`0 0 ${WIDTH} 58`} role="img" aria-label={words.gauge.label(years)}>
      <rect className="zone-young" x="0" y="18" width={x(ATTENTIVE) - 3} height="10" rx="5" />
      <rect className="zone-attentive" x={x(ATTENTIVE)} y="18" width={x(DUE) - x(ATTENTIVE) - 3} height="10" rx="5" />
      <rect className="zone-due" x={x(DUE)} y="18" width={WIDTH - x(DUE)} height="10" rx="5" />
      <circle className="marker" cx={here} cy="23" r="10" />
      <text x="0" y="52">{words.gauge.young}</text>
      <text x={(x(ATTENTIVE) + x(DUE)) / 2} y="52" textAnchor="middle">{words.gauge.attentive}</text>
      <text x={WIDTH} y="52" textAnchor="end">{words.gauge.due}</text>
    </svg>
  );
}
