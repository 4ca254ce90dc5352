import { chartStyles, chartWords, legible, numbersIn, type Language } from '../../../dashboard/charts/index.ts';
import { escaped, figure } from '../../simulate/html/markup.ts';
import { STYLES } from '../../simulate/html/styles.ts';
import type { ReportData } from '../report-data.ts';
import { reportWords } from './report-words.ts';
import { attributionSections } from './attribution-sections.ts';
import { figureSections } from './figure-sections.ts';

/**
 * A campaign's report as one HTML file in a language: charts are drawn into it, nothing is loaded, nothing runs. It prints on A4.
 *
 * @example writeFileSync('report.html', reportPage(data, 'fr'))
 */
export function reportPage(data: ReportData, language: Language): string {
  const { report, attribution } = data;
  const words = reportWords[language];
  const numbers = numbersIn(language, attribution.currency);
  const { campaign, audience, cost, revenue, lift, people, running } = report;
  const converted = data.figures.funnel.steps.converted;
  const intro = words.intro({ scenario: `${campaign.scenario}.v${campaign.version}`, day: numbers.count(campaign.days), treated: numbers.count(audience.treated), holdout: numbers.count(audience.holdout) });
  const lost = words.lost({ unsubscribed: numbers.count(people.unsubscribed), complained: numbers.count(data.figures.funnel.steps.complained), returned: numbers.count(people.returned), bounced: numbers.count(people.bounced) });
  const earned = revenue.map(({ currency, orders, amount }) => figure(numbersIn(language, currency).sum(amount), words.ordersOf(numbers.count(orders))));
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(legible(campaign.id))} · ${escaped(words.report)}</title>
<style>${STYLES}${chartStyles}${PAPER}</style>
</head>
<body>
<main>
<header>
<p>${escaped(words.report)}</p>
<h1>${escaped(legible(campaign.id, 63))}</h1>
<p>${escaped(intro)}</p>
</header>
<div class="figures">
${figure(audience.treated === 0 ? '–' : `${numbers.count(converted)} · ${numbers.percent(converted / audience.treated)}`, words.reached)}
${earned.length === 0 ? figure(numbers.sum(0), words.revenue) : earned.join('\n')}
${figure(numbers.sum(cost.total), words.spent)}
${figure(cost.perConversion === undefined ? '–' : numbers.money(cost.perConversion), words.each)}
${figure(lift ? numbers.points(lift.absolute) : '–', words.lift)}
${figure(numbers.count(running), words.underWay)}
</div>
<div class="grid">
${figureSections(data, { language, words, numbers, charts: chartWords[language] })}
${attributionSections(data, { language, words, numbers, charts: chartWords[language] })}
</div>
<footer>${escaped(words.footer(numbers.count(people.botHits), lost))}</footer>
</main>
</body>
</html>
`;
}

/** On A4: a page's own margins, no card torn apart, charts as wide as on a screen. */
const PAPER = `
section { overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
th, td { overflow-wrap: normal; }
td:first-child { white-space: normal; overflow-wrap: anywhere; min-width: 96px; }
section .chart { margin-top: 12px; }
.figures { grid-template-columns: repeat(3, minmax(0, 1fr)); }
@media (max-width: 760px) { .figures { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
td small { display: block; color: var(--muted); font-size: 0.86em; font-weight: 400; }
@media print {
  :root { color-scheme: light; --paper: #ffffff; }
  @page { size: A4; margin: 14mm 12mm; }
  main { max-width: none; padding: 0; }
  body { font-size: 13px; }
  section, .figure { break-inside: avoid; }
  h1 { font-size: 26px; }
  .figures { margin: 18px 0 10px; }
  td { padding: 4px 0 4px 10px; }
  table { font-size: 12px; }
}
`;
