import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import { LegacyGridContainLabel } from 'echarts/features';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, CustomChart, LineChart, GridComponent, LegacyGridContainLabel, LegendComponent, MarkLineComponent, SVGRenderer]);

/** The page's colours as ECharts is told them; in the drawing each becomes the style sheet's variable, which knows of dark mode. */
export const COLOURS = { ink: '#010203', muted: '#010204', line: '#010205', paper: '#010206', print: '#010207', mail: '#010208', answer: '#010209', goal: '#01020a', other: '#01020b' } as const;

/** Drawn at this size; the page scales it. */
export interface Size {
  readonly width: number;
  readonly height: number;
  /** For who can't see it. */
  readonly label: string;
}

/** A chart as SVG, drawn here and now: no browser, no script in the page. */
export function chart(option: EChartsCoreOption, { width, height, label }: Size): string {
  const drawn = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    drawn.setOption({ animation: false, textStyle: { fontFamily: 'inherit', color: COLOURS.ink }, ...option });
    let svg = drawn.renderToSVGString().replace(/<svg ([^>]*?)>/, (_, attributes: string) => `<svg role="img" aria-label="${label}" viewBox="0 0 ${width} ${height}" ${attributes.replace(/\b(width|height|viewBox)="[^"]*"/g, '')}>`);
    // What only a script would use, and looks for a mouse that hovers.
    svg = svg.replace(/<style ?>[^]*?<\/style>\s*/g, '').replace(/ (class|ecmeta_\w+)="[^"]*"/g, '');
    for (const [name, colour] of Object.entries(COLOURS)) {
      const { 0: red, 1: green, 2: blue } = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
      svg = svg.replaceAll(colour, `var(--${name})`).replaceAll(`rgb(${red},${green},${blue})`, `var(--${name})`);
    }
    return svg;
  } finally {
    drawn.dispose();
  }
}

/** Axes as all charts have them. */
export const axes = {
  text: { color: COLOURS.muted, fontSize: 12 },
  line: { lineStyle: { color: COLOURS.line } },
  split: { lineStyle: { color: COLOURS.line, type: 'dashed' } },
} as const;

/** A value axis with thousands told as `12k`. */
export const values = {
  type: 'value',
  axisLabel: { ...axes.text, formatter: (value: number) => (Math.abs(value) >= 10_000 ? `${value / 1_000}k` : String(value)) },
  splitLine: axes.split,
  axisLine: { show: false },
  axisTick: { show: false },
} as const;

export const legend = { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 12, itemGap: 40, textStyle: { color: COLOURS.muted, fontSize: 13 } } as const;
