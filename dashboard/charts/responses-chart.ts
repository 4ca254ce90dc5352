import type { ResponsesOfMedium } from '../../store/figures/index.ts';
import { axes, chart, COLOURS, legend, values } from './drawing.ts';
import { framed, legible, type ChartOptions } from './frame.ts';

/** Days shown; what came later is counted in the legend only. */
const DAYS_SHOWN = 60;
const COLOUR_OF: Readonly<Record<string, string>> = { scan: COLOURS.print, visit: COLOURS.answer, click: COLOURS.mail, reply: COLOURS.other, purchase: COLOURS.goal, redeem: COLOURS.goal, follow: COLOURS.other };

/** On which day after the letter box (print) or the sending (other media) a touch was first answered, by kind. */
export function responsesChart({ medium, kinds, touches }: ResponsesOfMedium, options: ChartOptions): string {
  return framed(options, kinds.length === 0 ? (words) => words.noAnswer : undefined, ({ words, numbers, width, isPhone }) => {
    const last = Math.min(DAYS_SHOWN, Math.max(7, ...kinds.flatMap(({ days }) => days.map(({ day }) => day + 1))));
    const days = Array.from({ length: last }, (_, day) => day);
    const name = (kind: string) => words.answers[kind] ?? legible(kind);
    const early = kinds.reduce((sum, kind) => sum + kind.early, 0);
    return chart(
      {
        legend: { ...legend, itemGap: isPhone ? 16 : 28, width: width - 8 },
        grid: { left: 4, right: 8, top: isPhone && kinds.length > 3 ? 58 : 40, bottom: 26, containLabel: true },
        xAxis: { type: 'category', data: days, axisLabel: { ...axes.text, interval: (day: number) => day % 7 === 0 }, axisLine: axes.line, axisTick: { show: false }, name: `${words.since[medium]}${early > 0 ? ` · ${words.early(numbers.count(early))}` : ''}`, nameLocation: 'middle', nameGap: 28, nameTextStyle: axes.text },
        yAxis: { ...values, minInterval: 1, splitNumber: 4, axisLabel: { ...axes.text, formatter: numbers.count } },
        series: kinds.map(({ kind, days: counted, total }) => ({
          type: 'bar',
          stack: 'answers',
          name: `${name(kind)} ${numbers.count(total)}`,
          itemStyle: { color: COLOUR_OF[kind] ?? COLOURS.muted },
          barCategoryGap: '22%',
          barMaxWidth: 40,
          data: days.map((day) => counted.find((one) => one.day === day)?.touches ?? 0),
        })),
      },
      {
        width,
        height: isPhone ? 240 : 280,
        label: words.responses(words.media[medium]),
        description: kinds.map(({ kind, total }) => `${name(kind)}: ${words.ofCount(numbers.count(total), numbers.count(touches))}`).join('; '),
      },
    );
  });
}
