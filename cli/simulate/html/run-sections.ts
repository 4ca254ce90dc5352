import type { SimulationResult } from '../../../simulator/index.ts';
import { count, days, euros, money, percent, plural, points, unitPrice } from '../../report/figures.ts';
import type { PathCoverage } from '../coverage.ts';
import { did } from '../result-lines.ts';
import { barCell, escaped, figure, section, table } from './markup.ts';
import { answerChart, lengthChart, outcomeChart, sendingChart } from './run-charts.ts';

/** One run: from what matters most to what is looked up. */
export function runSections(result: SimulationResult, coverage: PathCoverage): string {
  const { treated, conversions, spend, revenue, perConversion, caused, length } = result;
  return `<div class="figures">
${figure(percent(treated === 0 ? 0 : conversions / treated), `converted: ${count(conversions)} of ${count(treated)}`)}
${figure(euros(spend), 'spent')}
${figure(euros(revenue), `revenue, ${plural(result.orders, 'order')}`)}
${figure(perConversion === undefined ? '-' : money(perConversion), 'a conversion')}
${figure(caused.cost === undefined ? '-' : money(caused.cost), `each of ${count(caused.conversions)} conversions that the campaign caused`)}
${figure(`${days(length.median)} days`, 'half of the journeys are over')}
</div>
<div class="grid">
${section({ title: 'The path', remark: 'A message: share of the treated. An answer: share of who got the message.', body: funnel(result), wide: true })}
${section({ title: 'What goes out', remark: 'By day from the first entry; mailpieces on the day they are given to the carrier.', body: sendingChart(result), wide: true })}
${section({ title: 'What comes back', remark: 'Scans, visits, clicks, forms, and what people buy.', body: answerChart(result), wide: true })}
${section({ title: 'How journeys end', body: outcomeChart(result) })}
${section({ title: 'Length of a journey', remark: `Half within ${days(length.median)} days, nine of ten within ${days(length.p90)}, all within ${days(length.max)}.`, body: lengthChart(result) })}
${section({ title: 'Cost', body: cost(result) })}
${section({ title: 'Lift over the holdout', body: lift(result) })}
${result.notSent.length === 0 ? '' : section({ title: 'Touches not made, and why', body: table(['message', 'why', 'touches'], result.notSent.map(({ message, why, touches }) => ({ cells: [escaped(message), escaped(why), count(touches)] }))) })}
${section({ title: 'Rules', body: rules(result), wide: result.notSent.length === 0 })}
${section({ title: 'What nobody took', remark: `${count(coverage.taken)} of ${count(coverage.lines)} lines of the path were taken.`, body: untaken(coverage), wide: true })}
</div>`;
}

function funnel({ funnel: steps, people }: SimulationResult): string {
  const rows = steps.flatMap(({ message, medium, people: reached, share, day, responses }) => [
    { cells: [escaped(message), barCell(share, medium), count(reached), percent(share), `day ${days(day)}`] },
    ...responses
      .filter(({ kind }) => kind !== 'delivered')
      .map((answer) => ({ kind: 'answer', cells: [did(answer.kind), barCell(answer.share, ['returned', 'bounced', 'complained'].includes(answer.kind) ? 'lost' : ''), count(answer.people), percent(answer.share), ''] })),
  ]);
  const goals = people.filter(({ kind }) => kind === 'purchase' || kind === 'redeem').map(({ kind, people: who, share }) => ({ cells: [did(kind), barCell(share, 'goal'), count(who), percent(share), ''] }));
  return table(['', '', 'people', 'share', 'mean'], [...rows, ...goals]);
}

function cost({ funnel: steps, spend }: SimulationResult): string {
  const rows = steps.map(({ message, sent, cost: paid, recalled }) => ({ cells: [`${escaped(message)}${recalled > 0 ? ` (${count(recalled)} recalled)` : ''}`, count(sent), sent ? unitPrice(paid / sent) : '-', money(paid)] }));
  return table(['message', 'sent', 'each', 'euros'], [...rows, { kind: 'clear', cells: ['all', '', '', money(spend)] }]);
}

function lift({ lift: measured, caused }: SimulationResult): string {
  if (!measured) return '<p class="note">Nobody was held out, so nothing tells who would have bought anyway.</p>';
  const { treated, holdout, absolute, interval } = measured;
  const group = (name: string, { rate, converted, of }: typeof treated) => ({ cells: [name, percent(rate), `${count(converted)} of ${count(of)}`] });
  return `${table(['', 'converted', ''], [group('treated', treated), group('holdout', holdout), { kind: 'clear', cells: ['lift', `${points(absolute)} points`, `${points(interval.low)} to ${points(interval.high)}`] }])}
<p class="note">95 % interval: Newcombe's, of two Wilson intervals; a campaign of this size would measure so. The simulation knows better: the campaign caused ${plural(caused.conversions, 'conversion')}.</p>`;
}

function rules({ violations: { count: broken, examples } }: SimulationResult): string {
  if (broken === 0) return '<span class="good">No touch outside its window, none over its cap.</span>';
  return `<span class="bad">${plural(broken, 'touch', 'touches')} broke a rule.</span>${table(['rule', 'touch', 'prospect', 'what'], examples.map(({ rule, touch, prospect, detail }) => ({ cells: [rule, escaped(touch), count(prospect), `<td class="wrap">${escaped(detail)}</td>`] })))}`;
}

function untaken({ untaken: places }: PathCoverage): string {
  if (places.length === 0) return '<span class="good">Every line, and both ways of every condition.</span>';
  return table(['line', '', 'nobody came here'], places.map(({ file, line, part, text }) => ({ cells: [`<code>${escaped(file)}:${line}</code>`, part ? 'part' : '', `<td class="wrap"><code>${escaped(text)}</code></td>`] })));
}
