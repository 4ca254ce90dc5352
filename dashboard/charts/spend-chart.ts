import type { Spending } from '../../store/figures/index.ts';
import { axes, chart, COLOURS, legend, values } from './drawing.ts';
import { framed, type ChartOptions } from './frame.ts';

const MEDIA = [
  { medium: 'print', colour: COLOURS.print },
  { medium: 'email', colour: COLOURS.mail },
  { medium: 'social', colour: COLOURS.other },
] as const;
const DAY = 86_400_000;
/** Bars narrower than that say nothing: a longer campaign is told by the week. */
const MOST_BARS = 120;

/** What was spent, in all so far against what print may cost, and below it a day at a time. */
export function spendChart({ days, byMedium, total, printBudget }: Spending, options: ChartOptions): string {
  return framed(options, days.length === 0 ? (words) => words.nothingSpent : undefined, ({ words, numbers, width, isPhone }) => {
    const dates = everyDay(days[0]!.day, days.at(-1)!.day);
    const shown = MEDIA.filter(({ medium }) => byMedium.some((one) => one.medium === medium));
    const spent = (medium: string) => dates.map((date) => days.filter((one) => one.medium === medium && bucket(dates, one.day) === date).reduce((sum, { cost }) => sum + cost, 0));
    const height = isPhone ? 348 : 380;
    const upper = { left: 8, right: isPhone ? 8 : 16, top: isPhone ? 70 : 62, height: isPhone ? 130 : 170, containLabel: false };
    const inset = isPhone ? 52 : 70;
    const grids = [
      { ...upper, left: inset },
      { ...upper, left: inset, top: upper.top + upper.height + 36, height: height - upper.top - upper.height - 36 - 28 },
    ];
    const axis = { type: 'category', data: dates, axisLine: axes.line, axisTick: { show: false } } as const;
    const money = { ...values, splitNumber: 3, axisLabel: { ...axes.text, formatter: numbers.sum }, nameTextStyle: { ...axes.text, align: 'left', padding: [0, 0, 0, -inset + 8] }, nameGap: 10 };
    const top = Math.max(total, printBudget ?? 0);
    return chart(
      {
        legend: { ...legend, itemGap: isPhone ? 14 : 28, width: width - 8, data: shown.map(({ medium }) => `${words.media[medium]} ${numbers.sum(byMedium.find((one) => one.medium === medium)!.cost)}`) },
        grid: grids,
        xAxis: [
          { ...axis, gridIndex: 0, boundaryGap: false, axisLabel: { show: false } },
          { ...axis, gridIndex: 1, axisLabel: { ...axes.text, formatter: numbers.day, hideOverlap: true } },
        ],
        yAxis: [
          { ...money, gridIndex: 0, max: top * 1.08, name: words.spentSoFar, axisLabel: { ...money.axisLabel, showMaxLabel: false } },
          { ...money, gridIndex: 1, name: words.spentADay, splitNumber: 2 },
        ],
        series: shown.flatMap(({ medium, colour }, index) => {
          const name = `${words.media[medium]} ${numbers.sum(byMedium.find((one) => one.medium === medium)!.cost)}`;
          const daily = spent(medium);
          const budget = index === 0 && printBudget !== undefined ? { markLine: budgetLine(printBudget, words.budget(numbers.sum(printBudget))) } : {};
          return [
            { type: 'line', name, stack: 'so-far', xAxisIndex: 0, yAxisIndex: 0, symbol: dates.length === 1 ? 'circle' : 'none', areaStyle: { color: colour, opacity: 0.25 }, lineStyle: { color: colour, width: 2 }, itemStyle: { color: colour }, data: cumulated(daily), ...budget },
            { type: 'bar', name, stack: 'daily', xAxisIndex: 1, yAxisIndex: 1, itemStyle: { color: colour }, barMaxWidth: 24, data: daily },
          ];
        }),
      },
      { width, height, label: words.spend, description: [`${words.spentSoFar}: ${numbers.money(total)}`, ...(printBudget === undefined ? [] : [words.budget(numbers.money(printBudget))])].join('; ') },
    );
  });
}

function budgetLine(budget: number, text: string) {
  return { silent: true, symbol: 'none', lineStyle: { color: COLOURS.bad, type: 'dashed', width: 1.5 }, label: { position: 'insideStartTop', color: COLOURS.bad, fontSize: 12, formatter: () => text }, data: [{ yAxis: budget }] };
}

/** Every day from the first to the last, or every week's first. */
function everyDay(first: string, last: string): string[] {
  const [from, to] = [Date.parse(first), Date.parse(last)];
  const step = (to - from) / DAY > MOST_BARS ? 7 * DAY : DAY;
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => new Date(from + index * step).toISOString().slice(0, 10));
}

/** The last of the dates that is not after the day. */
function bucket(dates: readonly string[], day: string): string {
  const step = dates.length > 1 ? Date.parse(dates[1]!) - Date.parse(dates[0]!) : DAY;
  return dates[Math.floor((Date.parse(day) - Date.parse(dates[0]!)) / step)]!;
}

function cumulated(daily: readonly number[]): number[] {
  let sum = 0;
  return daily.map((spent) => Math.round((sum += spent) * 10_000) / 10_000);
}
