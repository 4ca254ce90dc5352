import { legible, numbersIn } from '../../../dashboard/charts/index.ts';
import type { Credit, CreditsOfModel, Estimate, Incremental } from '../../../store/attribution/index.ts';
import { escaped, section, table } from '../../simulate/html/markup.ts';
import type { ReportData } from '../report-data.ts';
import { empty, scrolled, type Writing } from './figure-sections.ts';

/** To what orders are put down, and what the holdout tells. */
export function attributionSections({ attribution, incremental, segment }: ReportData, writing: Writing): string {
  const { words, numbers } = writing;
  const { models, windows, orders, givenBack } = attribution;
  const days = (count: number) => numbers.count(count);
  const tables = [
    scrolled(credits(words.byMedium, models, { of: 'media', ...writing }), words.byMedium),
    scrolled(credits(words.byVariant, models, { of: 'variants', ...writing }), words.byVariant),
    ...(segment === undefined ? [] : [scrolled(credits(words.bySegment(legible(segment)), models, { of: 'segments', ...writing }), legible(segment))]),
  ];
  const remark = words.attributionRemark({ orders: numbers.count(orders), print: days(windows.print), email: days(windows.email), social: days(windows.social) });
  return [
    section({ title: words.attribution, remark: givenBack > 0 ? `${remark} ${words.givenBack(numbers.count(givenBack))}` : remark, body: orders === 0 ? empty(words.noOrders) : tables.join('<p class="note"></p>'), wide: true }),
    section({ title: words.incremental, remark: words.incrementalRemark, body: incremental.whole ? scrolled(added(incremental.whole, incremental.segments ?? {}, writing), words.incremental) : empty(words.noHoldout), wide: true }),
  ].join('\n');
}

type Models = ReportData['attribution']['models'];

function credits(head: string, models: Models, { of, words, numbers, language, charts }: Writing & { readonly of: 'media' | 'variants' | 'segments' }): string {
  const { position } = models;
  const named = (model: CreditsOfModel, name: string) => (model[of] ?? []).find((credit) => credit.name === name)?.orders ?? 0;
  const name = (text: string) => escaped(of === 'media' ? (charts.media[text as keyof typeof charts.media] ?? text) : legible(text, 60));
  const revenue = (credit: Pick<Credit, 'revenue'>) => Object.entries(credit.revenue).map(([currency, amount]) => numbersIn(language, currency).money(amount)).join(' · ') || '–';
  const rows = (position[of] ?? []).map((credit) => ({
    cells: [name(credit.name), numbers.count(credit.touches), numbers.money(credit.cost), numbers.decimal(named(models.first, credit.name)), numbers.decimal(named(models.last, credit.name)), numbers.decimal(credit.orders), revenue(credit), credit.roi === undefined ? '–' : numbers.percent(credit.roi)],
  }));
  const none = position.unattributed;
  const rest = none.orders > 0 ? [{ cells: [escaped(words.unattributed), '', '', numbers.decimal(none.orders), numbers.decimal(none.orders), numbers.decimal(none.orders), revenue(none), ''] }] : [];
  return table([head, words.touches, words.cost, words.first, words.last, words.position, words.revenueByPosition, words.roi], [...rows, ...rest]);
}

function added(whole: Incremental, segments: Readonly<Record<string, Incremental>>, { words, numbers, language }: Writing): string {
  const estimate = ({ value, low, high }: Estimate, write: (value: number) => string) => `${escaped(write(value))}<small>${Number.isFinite(low) ? escaped(words.to(write(low), write(high))) : '?'}</small>`;
  const row = (name: string, { conversions, revenue, roi }: Incremental, kind?: string) => ({
    ...(kind === undefined ? {} : { kind }),
    cells: [
      escaped(name),
      estimate(conversions, numbers.count),
      Object.entries(revenue).map(([currency, amount]) => estimate(amount, numbersIn(language, currency).sum)).join('') || '–',
      roi ? estimate(roi, numbers.percent) : '–',
    ],
  });
  return table(['', words.addedPeople, words.addedRevenue, words.addedReturn], [row(words.whole, whole, 'clear'), ...Object.entries(segments).map(([name, one]) => row(legible(name), one))]);
}
