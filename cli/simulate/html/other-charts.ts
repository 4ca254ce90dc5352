import type { Difference, SweepPoint } from '../../../simulator/index.ts';
import { contribution } from '../sweep-lines.ts';
import { axes, chart, COLOURS, legend, values } from './chart.ts';

/** What `renderItem` of a custom series is given, as far as it is used here. */
interface Drawing {
  value(dimension: number): number;
  coord(point: readonly number[]): number[];
}

/** Differences with their intervals, each in parts of its own first value: all fit on one axis. */
export function differenceChart(rows: readonly (Pick<Difference, 'first' | 'difference' | 'low' | 'high' | 'isClear'> & { readonly name: string })[]): string {
  const relative = rows.filter(({ first }) => first > 0).reverse();
  const colour = ({ isClear, difference }: (typeof rows)[number]) => (!isClear ? COLOURS.muted : difference > 0 ? COLOURS.goal : COLOURS.print);
  return chart(
    {
      grid: { left: 24, right: 24, top: 8, bottom: 0, containLabel: true },
      xAxis: { ...values, axisLabel: { ...axes.text, formatter: (value: number) => `${value > 0 ? '+' : ''}${Number((value * 100).toFixed(1))} %` } },
      yAxis: { type: 'category', data: relative.map(({ name }) => name), axisLabel: { color: COLOURS.ink, fontSize: 13 }, axisLine: { show: false }, axisTick: { show: false } },
      series: [
        {
          type: 'custom',
          data: relative.map(({ first, difference, low, high }, index) => [difference / first, index, low / first, high / first]),
          encode: { x: [0, 2, 3], y: 1 },
          markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: COLOURS.muted, type: 'solid' }, data: [{ xAxis: 0 }] },
          renderItem: (_: unknown, drawing: Drawing) => {
            const row = drawing.value(1);
            const [x = 0, y = 0] = drawing.coord([drawing.value(0), row]);
            const [from = 0] = drawing.coord([drawing.value(2), row]);
            const [to = 0] = drawing.coord([drawing.value(3), row]);
            const fill = colour(relative[row]!);
            return {
              type: 'group',
              children: [
                { type: 'line', shape: { x1: from, y1: y, x2: to, y2: y }, style: { stroke: fill, lineWidth: 3, lineCap: 'round' } },
                { type: 'circle', shape: { cx: x, cy: y, r: 5 }, style: { fill } },
              ],
            };
          },
        },
      ],
    },
    { width: 860, height: Math.max(120, relative.length * 38 + 40), label: 'Relative differences with 95 % intervals' },
  );
}

/** Conversions and what the campaign brings, along a parameter. */
export function sweepChart(parameter: string, points: readonly SweepPoint[]): string {
  const line = (name: string, colour: string, yAxisIndex: number, data: readonly number[]) => ({ type: 'line', name, yAxisIndex, data, symbol: 'circle', symbolSize: 7, lineStyle: { color: colour, width: 2.5 }, itemStyle: { color: colour } });
  return chart(
    {
      legend,
      grid: { left: 8, right: 28, top: 52, bottom: 30, containLabel: true },
      xAxis: { type: 'category', boundaryGap: false, data: points.map(({ value }) => value), axisTick: { show: false }, name: parameter, nameLocation: 'middle', nameGap: 30, nameTextStyle: { color: COLOURS.ink, fontSize: 13 }, axisLabel: axes.text, axisLine: axes.line },
      yAxis: [
        { ...values, scale: true, axisLabel: { ...axes.text, formatter: (value: number) => `${Number((value * 100).toFixed(2))} %` } },
        { ...values, scale: true, splitLine: { show: false }, axisLabel: { ...axes.text, formatter: (value: number) => `€${value >= 10_000 ? `${Math.round(value / 1_000)}k` : value}` } },
      ],
      series: [
        line('converted, of the treated', COLOURS.goal, 0, points.map(({ result }) => result.conversions / Math.max(1, result.treated))),
        line('revenue less spend (right)', COLOURS.mail, 1, points.map(({ result }) => Math.round(contribution(result)))),
      ],
    },
    { width: 860, height: 380, label: `Conversions by ${parameter}` },
  );
}
