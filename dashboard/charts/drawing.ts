import { BarChart, CustomChart, LineChart, SankeyChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import { LegacyGridContainLabel } from 'echarts/features';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, CustomChart, LineChart, SankeyChart, GridComponent, LegacyGridContainLabel, LegendComponent, MarkLineComponent, SVGRenderer]);

/** The page's colours as ECharts is told them; in the drawing each becomes the style sheet's variable, which knows of dark mode. */
export const COLOURS = {
  ink: '#010203',
  muted: '#010204',
  line: '#010205',
  paper: '#010206',
  print: '#010207',
  mail: '#010208',
  answer: '#010209',
  goal: '#01020a',
  other: '#01020b',
  bad: '#01020c',
} as const;

/** The colours that a page's own palette lacks; its `--ink`, `--muted`, `--line` and `--paper` are used as they are. */
export const chartStyles = `
:root { --print: #c8552b; --mail: #2f6f9f; --answer: #3d8c84; --goal: #2f7d4f; --other: #8a6bb0; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --print: #ef8a5f; --mail: #6fb3e0; --answer: #62c0b5; --goal: #6fce95; --other: #b79be0; --bad: #ff8a80; } }
.chart svg { display: block; width: 100%; height: auto; }
.chart-phone { display: none; }
@media (max-width: 640px) { .chart-page { display: none; } .chart-phone { display: block; } }
@media print { .chart-page { display: block; } .chart-phone { display: none; } }
.chart-empty { margin: 0; padding: 28px 20px; border: 1px dashed var(--line); border-radius: 10px; color: var(--muted); text-align: center; }
`;

/** Drawn at this size; the page scales it. */
export interface Size {
  readonly width: number;
  readonly height: number;
  /** For who can't see it: what it is. */
  readonly label: string;
  /** What it shows, in a sentence or more. */
  readonly description?: string;
}

/** A chart as SVG, drawn here and now: no browser, no script in the page. */
export function chart(option: EChartsCoreOption, { width, height, label, description }: Size): string {
  const drawn = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    drawn.setOption({ animation: false, textStyle: { fontFamily: 'inherit', color: COLOURS.ink }, ...option });
    const said = description === undefined ? '' : `<title>${markup(label)}</title><desc>${markup(description)}</desc>`;
    let svg = drawn.renderToSVGString().replace(/<svg ([^>]*?)>/, (_, attributes: string) => `<svg role="img" aria-label="${markup(label)}" viewBox="0 0 ${width} ${height}" ${attributes.replace(/\b(width|height|viewBox)="[^"]*"/g, '')}>${said}`);
    svg = withoutStyles(svg);
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

/**
 * The same drawing without `style`, which a page's policy may not allow: what stands there may stand in attributes of its own just as well. The typeface is the page's.
 *
 * @example withoutStyles('<text style="font-size:12px;font-family:serif;fill:red">') // '<text font-size="12px" fill="red">'
 */
export function withoutStyles(svg: string): string {
  return svg.replace(/(<[a-z]+\b[^>]*?) style="([^"]*)"/g, (_, before: string, style: string) => {
    const said = style.split(';').flatMap((one) => {
      const [name = '', ...value] = one.split(':');
      return SAFE.test(name.trim()) && value.length > 0 ? [`${name.trim()}="${value.join(':').trim()}"`] : [];
    });
    return [before, ...said].join(' ');
  });
}

/** What is an attribute of SVG as well as a style. */
const SAFE = /^(?:fill|stroke|opacity|font-size|font-weight|font-style|text|dominant|letter|word|clip|visibility)[a-z-]*$/;

/** Text that can't be taken for markup. */
export function markup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
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
