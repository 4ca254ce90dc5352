import { axes, chart, COLOURS, type Size } from './drawing.ts';
import type { Sheet } from './frame.ts';

/** A line of a bar chart. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  /** Stands at its end. */
  readonly text: string;
  readonly colour: string;
}

/** Bars from left to right, one under the other, each with its name before and its figures behind it; on a phone the name stands above. */
export function bars(rows: readonly Bar[], { width, isPhone, label, description }: Pick<Sheet, 'width' | 'isPhone'> & Omit<Size, 'width' | 'height'>): string {
  const downwards = [...rows].reverse();
  const most = Math.max(...rows.map(({ value }) => value), 1);
  const step = isPhone ? 46 : 36;
  const nameWidth = isPhone ? 0 : Math.min(340, Math.max(120, ...rows.map(({ name }) => name.length * 8 + 28)));
  return chart(
    {
      grid: { left: nameWidth, right: isPhone ? 0 : 130, top: 0, bottom: 0 },
      xAxis: { type: 'value', max: most, show: false },
      yAxis: { type: 'category', data: downwards.map(({ name }) => name), axisLine: { show: false }, axisTick: { show: false }, axisLabel: { show: false } },
      series: [
        {
          type: 'bar',
          barWidth: isPhone ? 14 : 20,
          data: downwards.map(({ value, colour }) => ({ value, itemStyle: { color: colour, borderRadius: 3 } })),
          ...(isPhone ? {} : { label: { show: true, position: 'right', distance: 10, color: COLOURS.ink, fontSize: 13, formatter: ({ dataIndex }: { dataIndex: number }) => downwards[dataIndex]!.text } }),
        },
        names(downwards, { width, isPhone, nameWidth }),
      ],
    },
    { width, height: rows.length * step + (isPhone ? 8 : 4), label, ...(description === undefined ? {} : { description }) },
  );
}

/** What `renderItem` of a custom series is given, as far as it is used here. */
export interface Drawing {
  value(dimension: number): number;
  coord(point: readonly number[]): number[];
}

/** Names begin at the left edge: long ones lose their end, not their beginning. */
function names(rows: readonly Bar[], { width, isPhone, nameWidth }: Pick<Sheet, 'width' | 'isPhone'> & { nameWidth: number }) {
  return {
    type: 'custom',
    clip: false,
    data: rows.map((_, index) => [0, index]),
    renderItem: (_: unknown, drawing: Drawing) => {
      const row = rows[drawing.value(1)]!;
      const [, y = 0] = drawing.coord([0, drawing.value(1)]);
      const text = (content: string, style: object) => ({ type: 'text', style: { text: content, fill: COLOURS.ink, overflow: 'truncate', ...style } });
      if (!isPhone) return text(row.name, { x: 2, y: y - 8, fontSize: 14, width: nameWidth - 24 });
      return { type: 'group', children: [text(row.name, { x: 0, y: y - 22, fontSize: 13, width: 230 }), text(row.text, { x: width - 2, y: y - 22, fontSize: 13, align: 'right', fill: axes.text.color })] };
    },
  };
}
