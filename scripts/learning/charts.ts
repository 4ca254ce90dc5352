import { axes, chart, COLOURS, legend, values } from '../../cli/simulate/html/chart.ts';
import { LOOKS, type Coverage, type LookingCurve, type RegretCurve } from '../../learning/worlds/index.ts';

const SIZE = { width: 860, height: 400 } as const;
const grid = { left: 20, right: 32, top: 56, bottom: 44, containLabel: true };
const named = (name: string) => ({ name, nameLocation: 'middle', nameTextStyle: { color: COLOURS.muted, fontSize: 13 } });
const percents = { ...values, axisLabel: { ...axes.text, formatter: (value: number) => `${value} %` } };

/** What each curve loses over the days, with the band of the middle 80 % of the worlds. */
export function regretChart(curves: readonly RegretCurve[], { colours, label }: { colours: readonly (keyof typeof COLOURS)[]; label: string }): string {
  const days = curves[0]!.mean.map((_, day) => day + 1);
  const bands = curves.flatMap(({ low, high }, index) => {
    const shared = { type: 'line', stack: `band ${index}`, symbol: 'none', lineStyle: { width: 0 }, silent: true };
    const floor = [0, ...low];
    return [
      { ...shared, data: floor },
      { ...shared, data: [0, ...high].map((value, day) => value - floor[day]!), areaStyle: { color: COLOURS[colours[index]!], opacity: 0.13 } },
    ];
  });
  const lines = curves.map(({ name, mean }, index) => ({ type: 'line', name, data: [0, ...mean], symbol: 'none', lineStyle: { color: COLOURS[colours[index]!], width: 2.5 }, itemStyle: { color: COLOURS[colours[index]!] } }));
  return chart(
    {
      legend: { ...legend, data: curves.map(({ name }) => name) },
      grid,
      xAxis: { type: 'category', data: [0, ...days], boundaryGap: false, axisLabel: { ...axes.text, interval: (day: number) => day % 10 === 0 }, axisLine: axes.line, axisTick: { show: false }, ...named('day of the campaign'), nameGap: 32 },
      yAxis: { ...values, ...named('answers lost against the best arm'), nameGap: 44 },
      series: [...bands, ...lines],
    },
    { ...SIZE, label },
  );
}

/** In how many of the runs a difference has been claimed by each look. */
export function lookingChart(curves: readonly LookingCurve[], label: string): string {
  const colours = [COLOURS.print, COLOURS.goal] as const;
  const looks = Array.from({ length: LOOKS }, (_, index) => index + 1);
  return chart(
    {
      legend,
      grid,
      xAxis: { type: 'category', data: looks, boundaryGap: false, axisLabel: { ...axes.text, interval: (index: number) => (index + 1) % 20 === 0 || index === 0 }, axisLine: axes.line, axisTick: { show: false }, ...named('looks, after 200 mails each'), nameGap: 32 },
      yAxis: { ...percents, max: 50, ...named('runs that claim a difference'), nameGap: 52 },
      series: curves.map(({ name, claimed }, index) => ({
        type: 'line',
        name,
        data: claimed.map((share) => Number((share * 100).toFixed(2))),
        symbol: 'none',
        lineStyle: { color: colours[index]!, width: 2.5 },
        itemStyle: { color: colours[index]! },
        ...(index === 0 && {
          markLine: { silent: true, symbol: 'none', lineStyle: { color: COLOURS.muted, type: 'dashed' }, label: { formatter: 'promised: 5 %', position: 'insideEndTop', color: COLOURS.muted, fontSize: 12 }, data: [{ yAxis: 5 }] },
        }),
      })),
    },
    { ...SIZE, label },
  );
}

/** How often intervals that say 95 % held the truth. */
export function coverageChart(rows: readonly Coverage[], label: string): string {
  const turned = [...rows].reverse();
  return chart(
    {
      grid: { left: 48, right: 24, top: 28, bottom: 8, containLabel: true },
      xAxis: { ...percents, min: 50, max: 100 },
      yAxis: {
        type: 'category',
        data: turned.map(({ name, everyLook }) => (everyLook ? `${name},\nright at all of 100 looks` : name)),
        axisLabel: { color: COLOURS.ink, fontSize: 13, lineHeight: 18, width: 310, overflow: 'break' },
        axisLine: { show: false },
        axisTick: { show: false },
      },
      series: [
        {
          type: 'bar',
          barWidth: 18,
          data: turned.map(({ held }) => ({ value: Number((held * 100).toFixed(1)), itemStyle: { color: held < 0.9 ? COLOURS.print : COLOURS.goal, borderRadius: [0, 4, 4, 0] } })),
          label: { show: true, position: 'insideRight', color: COLOURS.paper, fontSize: 12, formatter: ({ value }: { value: number }) => `${value} %` },
          markLine: { silent: true, symbol: 'none', lineStyle: { color: COLOURS.ink, type: 'dashed' }, label: { formatter: 'promised', color: COLOURS.muted, fontSize: 12 }, data: [{ xAxis: 95 }] },
        },
      ],
    },
    { width: 860, height: 340, label },
  );
}
