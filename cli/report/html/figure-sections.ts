import { flowChart, funnelChart, legible, liftChart, responsesChart, spendChart, variantsChart, waitingChart, type ChartWords, type Language, type Numbers } from '../../../dashboard/charts/index.ts';
import { escaped, section, table } from '../../simulate/html/markup.ts';
import type { ReportData } from '../report-data.ts';
import type { ReportWords } from './report-words.ts';

/** What sections are written with. */
export interface Writing {
  readonly language: Language;
  readonly words: ReportWords;
  readonly numbers: Numbers;
  readonly charts: ChartWords;
}

/** The charts of the path, and how journeys ended. */
export function figureSections({ figures, report, attribution }: ReportData, { language, words, numbers, charts }: Writing): string {
  const options = { language, currency: attribution.currency };
  const { funnel, flows, waiting, variants, spending, responses, lift, endings } = figures;
  const { medianDays, pieces } = report.answerDelay;
  const delay = medianDays === undefined ? '' : ` ${words.median(numbers.decimal(medianDays), numbers.count(pieces))}`;
  return [
    section({ title: words.path, remark: words.pathRemark, body: funnelChart(funnel, options), wide: true }),
    section({ title: words.flows, remark: words.flowsRemark, body: flowChart(flows, options), wide: true }),
    ...responses.map((of) => section({ title: words.responses(charts.media[of.medium]), remark: `${words.responsesRemark[of.medium]}${of.medium === 'print' ? delay : ''}`, body: responsesChart(of, options), wide: true })),
    section({ title: words.spend, remark: words.spendRemark, body: spendChart(spending, options), wide: true }),
    section({ title: words.liftTitle, ...(lift ? { remark: charts.verdicts[lift.verdict] } : {}), body: liftChart(lift, options), wide: true }),
    ...variants.map((of) => section({ title: words.variants(legible(of.message)), remark: words.variantsRemark, body: variantsChart(of, options), wide: true })),
    section({ title: words.waiting, remark: words.waitingRemark, body: waitingChart(waiting, options), wide: true }),
    section({
      title: words.outcomes,
      body: endings.outcomes.length === 0 ? empty(words.noneEnded) : scrolled(table([words.outcome, words.journeys, ''], endings.outcomes.map(({ outcome, journeys }) => ({ cells: [escaped(charts.outcomes[outcome] ?? legible(outcome)), numbers.count(journeys), numbers.percent(journeys / Math.max(1, funnel.audience.treated))] }))), words.outcomes),
    }),
    section({
      title: words.notSent,
      body: endings.notSent.length === 0 ? empty(words.everythingSent) : scrolled(table([words.message, words.why, words.touches], endings.notSent.map(({ message, why, touches }) => ({ cells: [escaped(legible(message)), escaped(legible(why, 60)), numbers.count(touches)] }))), words.notSent),
    }),
  ].join('\n');
}

/** A table may be wider than a phone: it scrolls by itself, by keyboard too. */
export function scrolled(html: string, name: string): string {
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escaped(name)}">${html}</div>`;
}

export function empty(text: string): string {
  return `<p class="chart-empty">${escaped(text)}</p>`;
}
