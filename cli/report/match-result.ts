import type { MatchResult } from '../../client/match/match-purchases.ts';
import { legible } from '../../dashboard/charts/frame.ts';
import { count, plural } from './figures.ts';
import { padded } from './panel.ts';

const METHODS = { prospect: 'by prospect id', voucher: 'by voucher', email: 'by email', 'name-and-address': 'by name and address', household: 'by last name and address' } as const;

/** What a match-back did, as text: a pure function. Nothing of who the people are is in it. */
export function renderMatch({ matched, holdout, refunds, known, unmatched, rejected }: MatchResult, { title }: { readonly title: string }): string {
  const figure = (value: number): string => padded(count(value), 7, 'before');
  const orders = matched.reduce((sum, one) => sum + one.orders, 0);
  const list = (what: string, rows: readonly { line: number; text: string }[]): string[] => (rows.length === 0 ? [] : ['', `   ${what}`, ...rows.map(({ line, text }) => `   line ${figure(line)}   ${text}`)]);
  return [
    title,
    '',
    `${figure(orders)} ${orders === 1 ? 'order' : 'orders'} matched${holdout > 0 ? `, ${count(holdout)} of them of held-out people` : ''}`,
    ...matched.map((one) => `${figure(one.orders)}   ${METHODS[one.method]}: ${one.certainty}`),
    ...(refunds > 0 ? [`${figure(refunds)} ${refunds === 1 ? 'refund' : 'refunds'}`] : []),
    ...(known > 0 ? [`${figure(known)} known before`] : []),
    ...(unmatched.length > 0 ? [`${figure(unmatched.length)} not matched`] : []),
    ...(rejected.length > 0 ? [`${figure(rejected.length)} ${plural(rejected.length, 'row').replace(/^\S+ /, '')} rejected`] : []),
    ...list('Not matched', [...unmatched].sort((one, other) => one.line - other.line).map(({ line, order, reason }) => ({ line, text: `order ${legible(order)}: ${reason}` }))),
    ...list('Rejected', rejected.map(({ line, reason }) => ({ line, text: reason }))),
    '',
  ].join('\n');
}
