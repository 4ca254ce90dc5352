import type { CampaignReport } from '../../store/report.ts';
import { count, money, plural, unitPrice } from './figures.ts';
import { justified, padded, type Colours } from './panel.ts';

/** What was spent, by medium, and what came back. */
export function costLines({ cost, revenue, lift }: CampaignReport, width: number, c: Colours): string[] {
  const media = cost.byMedium.map(({ medium, touches, cost: spent }) =>
    justified(`${padded(medium, 10)} ${padded(count(touches), 6, 'before')} ${c.dim(`× ${touches ? unitPrice(spent / touches) : '-'}`)}`, money(spent), width),
  );
  const converted = lift?.treated.converted;
  const bought = revenue.map(({ currency, orders, amount }) => justified(`revenue    ${padded(count(orders), 6, 'before')} ${c.dim(orders === 1 ? 'order' : 'orders')}`, c.green(money(amount, currency)), width));
  const extra = lift?.verdict === 'positive' ? Math.round(lift.absolute * lift.treated.of) : 0;
  return [
    ...media,
    c.dim('─'.repeat(width)),
    justified(c.bold('total'), c.bold(money(cost.total)), width),
    justified(`per purchase${converted === undefined ? '' : c.dim(` (${plural(converted, 'buyer')})`)}`, cost.perConversion === undefined ? '-' : money(cost.perConversion), width),
    ...(extra > 0 ? [justified(`per extra purchase ${c.dim(`(${count(extra)} more than the holdout's rate)`)}`, money(cost.total / extra), width)] : []),
    ...bought,
  ];
}
