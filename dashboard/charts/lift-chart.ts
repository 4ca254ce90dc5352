import { wilson, type Lift } from '../../store/lift.ts';
import { COLOURS } from './drawing.ts';
import { framed, type ChartOptions } from './frame.ts';
import { intervals } from './intervals.ts';

/** How many reached the goal in the campaign and in the holdout, and the difference, each with its 95 % interval. */
export function liftChart(lift: Lift | undefined, options: ChartOptions): string {
  return framed(options, lift === undefined ? (words) => words.noHoldout : undefined, ({ words, numbers, ...sheet }) => {
    const { treated, holdout, absolute, interval, verdict } = lift!;
    const rate = (name: string, group: Lift['treated'], colour: string) => {
      const { low, high } = wilson(group);
      return { name, text: `${numbers.percent(group.rate)} · ${words.ofCount(numbers.count(group.converted), numbers.count(group.of))}`, at: group.rate, low, high, colour };
    };
    const difference = { name: words.difference, text: `${numbers.points(absolute)} (${numbers.points(interval.low)} … ${numbers.points(interval.high)})`, at: absolute, ...interval, colour: { positive: COLOURS.goal, negative: COLOURS.bad, unclear: COLOURS.muted }[verdict] };
    const rows = [rate(words.treated, treated, COLOURS.print), rate(words.holdout, holdout, COLOURS.mail), difference];
    return intervals(rows, { ...sheet, label: words.lift, description: [words.verdicts[verdict], ...rows.map(({ name, text }) => `${name}: ${text}`)].join(' '), unit: words.pointsOf, write: (value) => numbers.percent(value), zero: true });
  });
}
