import type { SimulationResult } from '../../simulator/index.ts';
import { count, days, money, percent, plural, unitPrice } from '../report/figures.ts';
import { bar, justified, padded, wrapped, type Colours } from '../report/panel.ts';
import type { PathCoverage } from './coverage.ts';

/** What people do in a response's own word. */
const DID: Readonly<Record<string, string>> = {
  scan: 'scanned',
  visit: 'visited',
  click: 'clicked',
  reply: 'replied',
  redeem: 'redeemed',
  purchase: 'bought',
  follow: 'followed',
  unsubscribe: 'unsubscribed',
  delivered: 'delivered',
  returned: 'came back',
  bounced: 'bounced',
  complained: 'complained',
};

export const did = (kind: string): string => DID[kind] ?? kind;

/** Each message with who got it, and what they did with it. */
export function funnelLines({ funnel, people }: SimulationResult, width: number, c: Colours): string[] {
  const barWidth = Math.max(8, width - 42);
  const row = (name: string, figures: { people: number; share: number }, colour: (text: string) => string) =>
    `${padded(name, 20)} ${colour(padded(bar(figures.share, barWidth), barWidth))} ${padded(count(figures.people), 9, 'before')} ${c.dim(padded(percent(figures.share), 8, 'before'))}`;
  const steps = funnel.flatMap((step) => [
    row(step.message, step, c.blue),
    ...step.responses.filter(({ kind }) => kind !== 'delivered').map((response) => row(c.dim('  ') + did(response.kind), response, response.kind === 'returned' || response.kind === 'bounced' || response.kind === 'complained' ? c.yellow : c.cyan)),
  ]);
  const goals = people.filter(({ kind }) => kind === 'purchase' || kind === 'redeem').map((one) => row(did(one.kind), one, c.green));
  return [...steps, ...(goals.length > 0 ? ['', ...goals] : []), '', ...wrapped('A message: share of the treated. An answer: share of who got the message.', width).map(c.dim)];
}

export function outcomeLines({ outcomes, underWay, treated }: SimulationResult, width: number, c: Colours): string[] {
  const all = [...outcomes, ...(underWay > 0 ? [{ outcome: 'under way', journeys: underWay, share: underWay / treated }] : [])];
  const nameWidth = Math.max(11, ...all.map(({ outcome }) => outcome.length));
  const barWidth = Math.max(8, width - nameWidth - 20);
  return all.map(({ outcome, journeys, share }) => `${padded(outcome, nameWidth)} ${(outcome === 'converted' ? c.green : c.cyan)(padded(bar(share, barWidth), barWidth))} ${padded(count(journeys), 9, 'before')} ${c.dim(padded(percent(share), 8, 'before'))}`);
}

export function notSentLines({ notSent }: SimulationResult, width: number, c: Colours): string[] {
  if (notSent.length === 0) return [];
  const nameWidth = Math.max(...notSent.map(({ message }) => message.length));
  return ['', c.dim('Touches not made, and why'), ...notSent.map(({ message, why, touches }) => justified(`${c.dim(padded(message, nameWidth))} ${why}`, count(touches), width - 9))];
}

export function costLines({ funnel, spend, revenue, orders, conversions, perConversion, caused }: SimulationResult, width: number, c: Colours): string[] {
  const messages = funnel.map(({ message, sent, cost, recalled }) => justified(`${padded(message, 18)} ${padded(count(sent), 9, 'before')} ${c.dim(`× ${sent ? unitPrice(cost / sent) : '-'}${recalled ? `, ${count(recalled)} recalled` : ''}`)}`, money(cost), width));
  return [
    ...messages,
    c.dim('─'.repeat(width)),
    justified(c.bold('spent'), c.bold(money(spend)), width),
    justified(`revenue ${c.dim(`(${plural(orders, 'order')})`)}`, c.green(money(revenue)), width),
    justified(`a conversion ${c.dim(`(${plural(conversions, 'person', 'people')})`)}`, perConversion === undefined ? '-' : money(perConversion), width),
    justified(`a conversion that the campaign caused ${c.dim(`(${count(caused.conversions)})`)}`, caused.cost === undefined ? '-' : money(caused.cost), width),
  ];
}

/** A line a week: pieces given to the carrier, mails, answers, conversions. */
export function dayLines({ days: all }: SimulationResult, width: number, c: Colours): string[] {
  const weeks = Array.from({ length: Math.ceil(all.length / 7) }, (_, week) => {
    const sum = (of: (day: (typeof all)[number]) => number) => all.slice(week * 7, week * 7 + 7).reduce((total, day) => total + of(day), 0);
    return { week: week + 1, print: sum(({ print }) => print), mails: sum(({ email, social }) => email + social), responses: sum(({ responses }) => responses), conversions: sum(({ conversions }) => conversions) };
  }).filter(({ print, mails, responses, conversions }) => print + mails + responses + conversions > 0);
  const most = Math.max(1, ...weeks.map(({ responses }) => responses));
  const barWidth = Math.max(6, width - 43);
  const shown = weeks.slice(0, SHOWN_WEEKS);
  const rest = weeks.length - shown.length;
  return [
    c.dim(`week ${padded('pieces', 9, 'before')} ${padded('mails', 9, 'before')} ${padded('bought', 8, 'before')} ${padded('answers', 8, 'before')}`),
    ...shown.map(({ week, print, mails, responses, conversions }) => `${padded(String(week), 4, 'before')} ${padded(count(print), 9, 'before')} ${padded(count(mails), 9, 'before')} ${padded(count(conversions), 8, 'before')} ${padded(count(responses), 8, 'before')} ${c.cyan(bar(responses / most, barWidth))}`),
    ...(rest > 0 ? [c.dim(`and ${plural(rest, 'later week')} with less: --json has every day`)] : []),
  ];
}

const SHOWN_WEEKS = 16;

export function lengthLines({ length }: SimulationResult, width: number, c: Colours): string[] {
  const most = Math.max(length.max, 1);
  const barWidth = Math.max(8, width - 28);
  const rows: [string, number][] = [
    ['10 % by', length.p10],
    ['25 %', length.p25],
    ['half', length.median],
    ['75 %', length.p75],
    ['90 %', length.p90],
    ['99 %', length.p99],
    ['all', length.max],
  ];
  return rows.map(([name, value]) => `${padded(name, 8)} ${padded(`${days(value)} days`, 12, 'before')} ${c.blue(bar(value / most, barWidth))}`);
}

export function ruleLines({ violations: { count: broken, examples } }: SimulationResult, width: number, c: Colours): string[] {
  if (broken === 0) return wrapped('No touch outside its window, none over its cap.', width).map(c.green);
  return [c.red(c.bold(`${plural(broken, 'touch', 'touches')} broke a rule:`)), ...examples.flatMap(({ rule, prospect, touch, at, detail }) => wrapped(`${rule}: ${touch} of prospect ${prospect}, ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC: ${detail}`, width))];
}

export function coverageLines({ lines, taken, untaken }: PathCoverage, width: number, c: Colours): string[] {
  if (untaken.length === 0) return wrapped(`All ${lines} lines of the path were taken, both ways of every condition too.`, width).map(c.green);
  const places = untaken.map(({ file, line, part }) => ({ place: `${file}:${line}`, part }));
  const placeWidth = Math.max(...places.map(({ place }) => place.length));
  return [
    `${count(taken)} of ${count(lines)} lines taken. Nobody came here:`,
    ...untaken.map(({ text, part }, index) => {
      const left = `${padded(places[index]!.place, placeWidth)} ${padded(part ? 'part' : '', 4)}`;
      const room = width - placeWidth - 7;
      return `${c.yellow(left)}  ${c.dim(text.length > room ? `${text.slice(0, room - 1)}…` : text)}`;
    }),
  ];
}
