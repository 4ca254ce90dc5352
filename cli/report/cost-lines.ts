import type { CampaignReport } from '../../store/report.ts';
import { justified, padded, type Colours } from './panel.ts';
import { TONGUES, type Tongue } from './tongue.ts';

/** What was spent, by medium, and what came back. */
export function costLines({ cost, revenue, lift }: CampaignReport, width: number, c: Colours, { words, figures: { count, money, unitPrice } }: Tongue = TONGUES.en): string[] {
  const media = cost.byMedium.map(({ medium, touches, cost: spent }) =>
    justified(`${padded(words.media[medium], 10)} ${padded(count(touches), 6, 'before')} ${c.dim(`× ${touches ? unitPrice(spent / touches) : '-'}`)}`, money(spent), width),
  );
  const converted = lift?.treated.converted;
  const bought = revenue.map(({ currency, orders, amount }) => justified(`${padded(words.revenue, 10)} ${padded(count(orders), 6, 'before')} ${c.dim(words.orders(count(orders)))}`, c.green(money(amount, currency)), width));
  const extra = lift?.verdict === 'positive' ? Math.round(lift.absolute * lift.treated.of) : 0;
  return [
    ...media,
    c.dim('─'.repeat(width)),
    justified(c.bold(words.total), c.bold(money(cost.total)), width),
    justified(`${words.perGoal}${converted === undefined ? '' : c.dim(words.reached(count(converted)))}`, cost.perConversion === undefined ? '-' : money(cost.perConversion), width),
    ...(extra > 0 ? [justified(`${words.perExtra} ${c.dim(words.more(count(extra)))}`, money(cost.total / extra), width)] : []),
    ...bought,
  ];
}
