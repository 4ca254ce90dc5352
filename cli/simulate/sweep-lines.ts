import type { SimulationResult, SweepPoint } from '../../simulator/index.ts';
import { count, money, percent } from '../report/figures.ts';
import { bar, padded, wrapped, type Colours } from '../report/panel.ts';

/** What the campaign brings: revenue less spend. */
export const contribution = ({ revenue, spend }: SimulationResult): number => revenue - spend;

/** A curve of conversions by the parameter, and what they cost. */
export function sweepLines({ parameter, points }: { readonly parameter: string; readonly points: readonly SweepPoint[] }, width: number, c: Colours): string[] {
  const rates = points.map(({ result }) => (result.treated === 0 ? 0 : result.conversions / result.treated));
  const most = Math.max(...rates, 1e-9);
  const barWidth = Math.max(10, width - 58);
  return [
    c.dim(`${padded('value', 9, 'before')} ${padded('', barWidth)} ${padded('converted', 16, 'before')} ${padded('each', 10, 'before')} ${padded('caused, each', 16, 'before')}`),
    ...points.map(({ value, result }, index) => {
      const { conversions, perConversion, caused } = result;
      const each = perConversion === undefined ? '-' : money(perConversion);
      return `${padded(String(value), 9, 'before')} ${c.green(padded(bar(rates[index]! / most, barWidth), barWidth))} ${padded(`${count(conversions)} ${c.dim(padded(percent(rates[index]!), 7, 'before'))}`, 16, 'before')} ${padded(each, 10, 'before')} ${padded(caused.cost === undefined ? '-' : money(caused.cost), 16, 'before')}`;
    }),
    '',
    ...wrapped(`The same people and random numbers at each value: only ${parameter} differs.`, width).map(c.dim),
  ];
}
