import type { SweepPoint } from '../../../simulator/index.ts';
import { count, money, percent } from '../../report/figures.ts';
import { contribution } from '../sweep-lines.ts';
import { section, table } from './markup.ts';
import { sweepChart } from './other-charts.ts';

/** A curve over a parameter. */
export function sweepSections(parameter: string, points: readonly SweepPoint[]): string {
  const rows = points.map(({ value, result }) => ({
    cells: [String(value), count(result.conversions), percent(result.treated === 0 ? 0 : result.conversions / result.treated), result.perConversion === undefined ? '-' : money(result.perConversion), count(result.caused.conversions), result.caused.cost === undefined ? '-' : money(result.caused.cost), money(contribution(result))],
  }));
  return `<div class="figures"></div>
<div class="grid">
${section({ title: `Conversions by ${parameter}`, remark: 'The same people and random numbers at each value: only the parameter differs.', body: sweepChart(parameter, points), wide: true })}
${section({ title: 'Figures', body: table([parameter, 'conversions', 'rate', 'each', 'caused', 'each caused', 'revenue less spend'], rows), wide: true })}
</div>`;
}
