/**
 * Figures as SVG, drawn on the server by ECharts; used by the dashboard and by reports. A chart is markup for a page that includes `chartStyles`. Imports `store/figures`
 * for their shapes. Exports only.
 */
export { chartStyles, markup } from './drawing.ts';
export { flowChart } from './flow-chart.ts';
export { legible, type ChartOptions } from './frame.ts';
export { funnelChart } from './funnel-chart.ts';
export { liftChart } from './lift-chart.ts';
export { numbersIn, type Language, type Numbers } from './numbers.ts';
export { posteriorsChart, type PosteriorSnapshot } from './posteriors-chart.ts';
export { responsesChart } from './responses-chart.ts';
export { spendChart } from './spend-chart.ts';
export { variantsChart } from './variants-chart.ts';
export { stepName, waitingChart } from './waiting-chart.ts';
export { chartWords, type ChartWords } from './wording.ts';
