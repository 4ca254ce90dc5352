import type { Lift } from '../../store/lift.ts';
import { count, percent, points } from './figures.ts';
import { bar, intervalLine, justified, padded, wrapped, type Colours } from './panel.ts';

/** Conversion of both groups, their difference and what may be concluded. */
export function liftLines(lift: Lift | undefined, width: number, c: Colours): string[] {
  if (!lift) return wrapped('Nobody was held out, so nothing tells who would have bought anyway.', width).map(c.dim);
  const { treated, holdout, absolute, relative, interval, verdict } = lift;
  const most = Math.max(treated.rate, holdout.rate, 0.001);
  const barWidth = width - 33;
  const row = (name: string, group: Lift['treated'], colour: (text: string) => string): string =>
    `${padded(name, 8)} ${padded(percent(group.rate), 7, 'before')} ${colour(padded(bar(group.rate / most, barWidth), barWidth))} ${padded(`${count(group.converted)} of ${count(group.of)}`, 15, 'before')}`;
  const figure = `${c.bold(`${points(absolute)} points`)}${relative === undefined ? '' : ` (${points(relative)} %)`}`;
  const conclusion = {
    positive: 'The campaign sells: people kept out buy less, beyond chance.',
    negative: 'The campaign harms: people kept out buy more, beyond chance.',
    unclear: `Too few people to tell: the interval holds zero, so between ${count(treated.of)} and ${count(holdout.of)} people chance alone may make this difference.`,
  }[verdict];
  const colour = { positive: c.green, negative: c.red, unclear: c.yellow }[verdict];
  return [
    row('treated', treated, c.green),
    row('holdout', holdout, c.blue),
    '',
    justified(`lift     ${figure}`, `${points(interval.low)} to ${points(interval.high)}`, width),
    colour(intervalLine({ ...interval, at: absolute, width })),
    ...wrapped(conclusion, width).map(colour),
    ...wrapped("95 % interval: Newcombe's, of two Wilson intervals.", width).map(c.dim),
  ];
}
