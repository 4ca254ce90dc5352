import type { SimulationResult } from '../../../simulator/index.ts';
import { axes, chart, COLOURS, legend, values } from './chart.ts';

const DAYS_SHOWN = 120;

/** The last day on which something happens, at most so many. */
function shownDays({ days }: SimulationResult): SimulationResult['days'] {
  return days.slice(0, DAYS_SHOWN);
}

const dayAxis = (days: readonly { day: number }[]) => ({
  type: 'category',
  data: days.map(({ day }) => day),
  axisLabel: { ...axes.text, interval: (index: number) => index % 7 === 0 },
  axisLine: axes.line,
  axisTick: { show: false },
  name: 'day',
  nameTextStyle: axes.text,
});

/** What goes out, by day. */
export function sendingChart(result: SimulationResult): string {
  const days = shownDays(result);
  const bars = (name: string, colour: string, of: (day: SimulationResult['days'][number]) => number) => ({ type: 'bar', name, stack: 'sent', data: days.map(of), itemStyle: { color: colour }, barCategoryGap: '20%' });
  return chart(
    {
      legend,
      grid: { left: 8, right: 48, top: 40, bottom: 8, containLabel: true },
      xAxis: dayAxis(days),
      yAxis: values,
      series: [bars('mailpieces', COLOURS.print, ({ print }) => print), bars('mails', COLOURS.mail, ({ email }) => email), bars('invitations', COLOURS.other, ({ social }) => social)],
    },
    { width: 860, height: 280, label: 'Mailpieces, mails and invitations by day' },
  );
}

/** What comes back, by day; conversions on an axis of their own, for they are few. */
export function answerChart(result: SimulationResult): string {
  const days = shownDays(result);
  return chart(
    {
      legend,
      grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
      xAxis: { ...dayAxis(days), name: '' },
      yAxis: [values, { ...values, splitLine: { show: false }, position: 'right' }],
      series: [
        { type: 'line', name: 'answers', data: days.map(({ responses }) => responses), symbol: 'none', lineStyle: { color: COLOURS.answer, width: 2 }, itemStyle: { color: COLOURS.answer }, areaStyle: { color: COLOURS.answer, opacity: 0.15 } },
        { type: 'line', name: 'conversions (right)', yAxisIndex: 1, data: days.map(({ conversions }) => conversions), symbol: 'none', lineStyle: { color: COLOURS.goal, width: 2 }, itemStyle: { color: COLOURS.goal } },
      ],
    },
    { width: 860, height: 280, label: 'Answers and conversions by day' },
  );
}

export function outcomeChart({ outcomes, underWay, treated }: SimulationResult): string {
  const all = [...outcomes, ...(underWay > 0 ? [{ outcome: 'under way', journeys: underWay, share: underWay / treated }] : [])].reverse();
  return chart(
    {
      grid: { left: 24, right: 64, top: 0, bottom: 0, containLabel: true },
      xAxis: { ...values, show: false },
      yAxis: { type: 'category', data: all.map(({ outcome }) => outcome), axisLabel: { color: COLOURS.ink, fontSize: 13 }, axisLine: { show: false }, axisTick: { show: false } },
      series: [
        {
          type: 'bar',
          barMaxWidth: 18,
          data: all.map(({ outcome, share }) => ({ value: share, itemStyle: { color: outcome === 'converted' ? COLOURS.goal : COLOURS.answer, borderRadius: [0, 4, 4, 0] } })),
          label: { show: true, position: 'right', color: COLOURS.muted, formatter: ({ value }: { value: number }) => `${(value * 100).toFixed(1)} %` },
        },
      ],
    },
    { width: 460, height: Math.max(120, all.length * 32), label: 'Journeys by outcome' },
  );
}

export function lengthChart({ lengths }: SimulationResult): string {
  // Long journeys by weeks, so that bars stay wide enough to see.
  const width = lengths.length > 150 ? 7 : 1;
  const bins = Array.from({ length: Math.ceil(lengths.length / width) }, (_, bin) => lengths.slice(bin * width, (bin + 1) * width).reduce((sum, count) => sum + count, 0));
  return chart(
    {
      grid: { left: 8, right: 48, top: 12, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: bins.map((_, bin) => bin * width), axisLabel: { ...axes.text, hideOverlap: true }, axisLine: axes.line, axisTick: { show: false }, name: 'days', nameTextStyle: axes.text },
      yAxis: values,
      series: [{ type: 'bar', data: bins, barCategoryGap: '15%', itemStyle: { color: COLOURS.mail, borderRadius: [2, 2, 0, 0] } }],
    },
    { width: 460, height: 240, label: 'Journeys by length in days' },
  );
}
