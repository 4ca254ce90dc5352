import type { Lift } from '../../store/lift.ts';
import { bar, intervalLine, justified, padded, wrapped, type Colours } from './panel.ts';
import { TONGUES, type Tongue } from './tongue.ts';

/** Conversion of both groups, their difference and what may be concluded. */
export function liftLines(lift: Lift | undefined, width: number, c: Colours, { words, figures: { count, percent, points } }: Tongue = TONGUES.en): string[] {
  if (!lift) return wrapped(words.noHoldout, width).map(c.dim);
  const { treated, holdout, absolute, relative, interval, verdict } = lift;
  const most = Math.max(treated.rate, holdout.rate, 0.001);
  const barWidth = width - 33;
  const row = (name: string, group: Lift['treated'], colour: (text: string) => string): string =>
    `${padded(name, 8)} ${padded(percent(group.rate), 7, 'before')} ${colour(padded(bar(group.rate / most, barWidth), barWidth))} ${padded(words.of(count(group.converted), count(group.of)), 15, 'before')}`;
  const figure = `${c.bold(`${points(absolute)} ${words.points}`)}${relative === undefined ? '' : ` (${points(relative)} %)`}`;
  const conclusion = {
    positive: words.positive,
    negative: words.negative,
    unclear: words.unclear(count(treated.of), count(holdout.of)),
  }[verdict];
  const colour = { positive: c.green, negative: c.red, unclear: c.yellow }[verdict];
  return [
    row(words.treated, treated, c.green),
    row(words.holdout, holdout, c.blue),
    '',
    justified(`${padded(words.lift, 8)} ${figure}`, words.to(points(interval.low), points(interval.high)), width),
    colour(intervalLine({ ...interval, at: absolute, width })),
    ...wrapped(conclusion, width).map(colour),
    ...wrapped(words.interval, width).map(c.dim),
  ];
}
