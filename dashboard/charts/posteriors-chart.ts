import { axes, chart, legend, values } from './drawing.ts';
import { framed, legible, type ChartOptions } from './frame.ts';
import { ARM_COLOURS } from './variants-chart.ts';

const DAY = 86_400_000;

/** What a policy knew at a moment. */
export interface PosteriorSnapshot {
  /** Campaign milliseconds since 1970. */
  readonly at: number;
  /** Of each arm: the rate that is thought likeliest, and between what it lies with 95 %. Shares, 0 to 1. */
  readonly arms: readonly { readonly arm: string; readonly mean: number; readonly low: number; readonly high: number }[];
}

/** How what is known of a message's variants narrows as answers come in: a line and a band for each arm. */
export function posteriorsChart({ message, snapshots }: { readonly message: string; readonly snapshots: readonly PosteriorSnapshot[] }, options: ChartOptions): string {
  return framed(options, snapshots.length === 0 ? (words) => words.noSnapshots : undefined, ({ words, numbers, width, isPhone }) => {
    const inOrder = [...snapshots].sort((one, other) => one.at - other.at);
    const arms = [...new Set(inOrder.flatMap(({ arms: known }) => known.map(({ arm }) => arm)))];
    const series = arms.flatMap((arm, index) => {
      const colour = ARM_COLOURS[index % ARM_COLOURS.length]!;
      const points = inOrder.flatMap(({ at, arms: known }) => known.filter((one) => one.arm === arm).map((one) => ({ at, ...one })));
      // A band is two stacked lines, of which the lower is not seen.
      const band = { type: 'line', stack: `band ${index}`, symbol: 'none', silent: true, lineStyle: { opacity: 0 }, itemStyle: { color: colour } } as const;
      return [
        { ...band, name: `low ${index}`, data: points.map(({ at, low }) => [at, low]) },
        { ...band, name: `band ${index}`, areaStyle: { color: colour, opacity: 0.16 }, data: points.map(({ at, low, high }) => [at, high - low]) },
        { type: 'line', name: legible(arm, 30), symbol: points.length === 1 ? 'circle' : 'none', symbolSize: 8, lineStyle: { color: colour, width: 2.5 }, itemStyle: { color: colour }, data: points.map(({ at, mean }) => [at, mean]) },
      ];
    });
    const [from, to] = [inOrder[0]!.at, inOrder.at(-1)!.at];
    const latest = inOrder.at(-1)!.arms.map(({ arm, mean, low, high }) => `${legible(arm, 30)}: ${numbers.percent(mean)} (${numbers.percent(low)} … ${numbers.percent(high)})`);
    return chart(
      {
        legend: { ...legend, itemGap: isPhone ? 16 : 28, width: width - 8, data: arms.map((arm) => legible(arm, 30)) },
        grid: { left: 4, right: 16, top: 40, bottom: 4, containLabel: true },
        xAxis: { type: 'value', min: from, max: Math.max(to, from + DAY), interval: Math.max(DAY, Math.ceil((to - from) / (isPhone ? 3 : 6) / DAY) * DAY), axisLabel: { ...axes.text, hideOverlap: true, showMaxLabel: false, formatter: (at: number) => numbers.day(new Date(at).toISOString().slice(0, 10)) }, splitLine: { show: false }, axisLine: axes.line, axisTick: { show: false } },
        yAxis: { ...values, min: 0, splitNumber: 4, axisLabel: { ...axes.text, formatter: numbers.percent } },
        series,
      },
      { width, height: isPhone ? 240 : 280, label: words.posteriors(legible(message)), description: latest.join('; ') },
    );
  });
}
