import type { AreaResponse } from '../../store/index.ts';
import { count } from './figures.ts';
import { padded } from './panel.ts';

/**
 * What came of a drop, an area a line, best first: a pure function.
 *
 * @example areaLines(await areaResponse(store, 'baskets-2027')).join('\n')
 */
export function areaLines(areas: readonly AreaResponse[]): string[] {
  const longest = Math.max(4, ...areas.map(({ name, area }) => name.length + area.length + 1));
  const line = (name: string, ...cells: readonly string[]): string => [padded(name, longest), ...cells.map((cell) => padded(cell, 11, 'before'))].join('');
  const perThousand = ({ replies, quantity }: Pick<AreaResponse, 'replies' | 'quantity'>): string => (quantity === 0 ? '–' : ((replies / quantity) * 1_000).toFixed(1));
  const cells = (one: Omit<AreaResponse, 'code' | 'area' | 'name' | 'households' | 'botHits'>) => [count(one.quantity), count(one.visits), count(one.replies), perThousand(one), count(one.conversions), `${count(Math.round(one.revenue))} €`];
  const sum = (field: 'quantity' | 'visits' | 'replies' | 'conversions' | 'revenue'): number => areas.reduce((total, area) => total + area[field], 0);
  const all = { quantity: sum('quantity'), visits: sum('visits'), replies: sum('replies'), conversions: sum('conversions'), revenue: sum('revenue') };
  return [line('area', 'leaflets', 'visits', 'replies', 'per 1,000', 'converted', 'revenue'), ...areas.map((area) => line(`${area.area} ${area.name}`, ...cells(area))), line('all', ...cells(all))];
}
