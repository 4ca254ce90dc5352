import { axes, chart, COLOURS, values, type Size } from './drawing.ts';
import type { Drawing } from './bars.ts';
import type { Sheet } from './frame.ts';

/** A value with its interval on a line of its own. */
export interface IntervalRow {
  readonly name: string;
  /** Behind the name, or under it. */
  readonly text: string;
  readonly at: number;
  readonly low: number;
  readonly high: number;
  readonly colour: string;
}

interface IntervalLook extends Pick<Sheet, 'width' | 'isPhone'>, Omit<Size, 'width' | 'height'> {
  /** How the axis writes a value. */
  readonly write: (value: number) => string;
  /** Under the axis. */
  readonly unit: string;
  /** Draws a line at zero, and has the axis show it. */
  readonly zero: boolean;
}

/** Points with their intervals, one under the other, over one axis. */
export function intervals(rows: readonly IntervalRow[], { width, isPhone, label, description, write, unit, zero }: IntervalLook): string {
  const downwards = [...rows].reverse();
  const step = isPhone ? 58 : 46;
  const nameWidth = isPhone ? 0 : 250;
  const [least, most] = [Math.min(...rows.map(({ low }) => low), ...(zero ? [0] : [])), Math.max(...rows.map(({ high }) => high), ...(zero ? [0] : []))];
  const room = (most - least || Math.abs(most) || 0.01) * 0.08;
  return chart(
    {
      grid: { left: nameWidth + 8, right: 24, top: isPhone ? 18 : 0, bottom: 44 },
      xAxis: { ...values, min: zero ? least - room : Math.max(0, least - room), max: most + room, axisLabel: { ...axes.text, formatter: write, hideOverlap: true, showMinLabel: false, showMaxLabel: false }, splitNumber: isPhone ? 3 : 5, name: unit, nameLocation: 'middle', nameGap: 28, nameTextStyle: axes.text },
      yAxis: { type: 'category', data: downwards.map(({ name }) => name), axisLine: { show: false }, axisTick: { show: false }, axisLabel: { show: false } },
      series: [
        {
          type: 'custom',
          clip: false,
          data: downwards.map(({ at, low, high }, index) => [at, index, low, high]),
          encode: { x: [0, 2, 3], y: 1 },
          ...(zero ? { markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: COLOURS.muted, type: 'solid' }, data: [{ xAxis: 0 }] } } : {}),
          renderItem: (_: unknown, drawing: Drawing) => {
            const row = downwards[drawing.value(1)]!;
            const place = (value: number) => drawing.coord([value, drawing.value(1)]);
            const [x = 0, y = 0] = place(row.at);
            const [from = 0] = place(row.low);
            const [to = 0] = place(row.high);
            const text = (content: string, style: object) => ({ type: 'text', style: { text: content, x: 2, fontSize: 13, fill: COLOURS.ink, overflow: 'truncate', ...style } });
            return {
              type: 'group',
              children: [
                { type: 'line', shape: { x1: from, y1: y, x2: to, y2: y }, style: { stroke: row.colour, lineWidth: 4, lineCap: 'round', opacity: 0.55 } },
                { type: 'circle', shape: { cx: x, cy: y, r: 6 }, style: { fill: row.colour } },
                ...(isPhone
                  ? [text(row.name, { y: y - 26, width: 150 }), text(row.text, { x: width - 4, y: y - 26, align: 'right', fill: COLOURS.muted, width: 200 })]
                  : [text(row.name, { y: y - 16, width: nameWidth - 10, fontSize: 14 }), text(row.text, { y: y + 3, width: nameWidth - 10, fill: COLOURS.muted })]),
              ],
            };
          },
        },
      ],
    },
    { width, height: rows.length * step + 44 + (isPhone ? 18 : 8), label, ...(description === undefined ? {} : { description }) },
  );
}
