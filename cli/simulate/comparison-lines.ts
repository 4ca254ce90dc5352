import type { Comparison, Difference } from '../../simulator/index.ts';
import { count, days, percent } from '../report/figures.ts';
import { padded, wrapped, type Colours } from '../report/panel.ts';

const signed = (text: string, value: number) => (value > 0 ? `+${text}` : text);
const euros = (value: number) => `${value < 0 ? '−' : ''}€${Math.abs(value).toFixed(Math.abs(value) < 10 ? 3 : 2)}`;

/** How each measure is called and written. */
export const MEASURE_WORDS: Readonly<Record<Difference['measure'], { readonly name: string; readonly write: (value: number) => string }>> = {
  conversion: { name: 'converted', write: (value) => `${(value * 100).toFixed(2)} %` },
  spend: { name: 'spent', write: euros },
  revenue: { name: 'revenue', write: euros },
  pieces: { name: 'mailpieces', write: (value) => value.toFixed(3) },
  mails: { name: 'mails', write: (value) => value.toFixed(3) },
  length: { name: 'days', write: days },
};

export function comparisonLines({ first, second, measures, changed, treated }: Comparison, width: number, c: Colours): string[] {
  const rows = measures.map(({ measure, ...difference }) => differenceRow(MEASURE_WORDS[measure].name, difference, MEASURE_WORDS[measure].write, c));
  const verdict = changed === 0 ? 'Not one journey came out otherwise: the two do the same to these people.' : `${count(changed)} of ${count(treated)} journeys (${percent(changed / treated)}) came out otherwise.`;
  return [
    header(first.scenario, second.scenario, c),
    ...rows,
    '',
    ...wrapped(verdict, width).map(changed === 0 ? c.green : c.bold),
    ...wrapped('Same people, same random numbers: each person is compared with themselves. 95 % intervals of the mean difference; bold where zero lies outside. Shares differ by percentage points.', width).map(c.dim),
  ];
}

export function outcomeDifferenceLines({ first, second, outcomes }: Comparison, _width: number, c: Colours): string[] {
  return [header(first.scenario, second.scenario, c), ...outcomes.map(({ outcome, ...difference }) => differenceRow(outcome, difference, MEASURE_WORDS.conversion.write, c))];
}

const version = (scenario: string) => scenario.slice(scenario.lastIndexOf('.') + 1);

function header(first: string, second: string, c: Colours): string {
  return c.dim(`${padded('', 14)} ${padded(version(first), 11, 'before')} ${padded(version(second), 11, 'before')} ${padded('difference', 12, 'before')}   95 % interval`);
}

function differenceRow(name: string, { first, second, difference, low, high, isClear }: Omit<Difference, 'measure'>, write: (value: number) => string, c: Colours): string {
  const text = `${padded(signed(write(difference), difference), 12, 'before')}   ${difference === 0 && low === high ? 'exactly the same' : `${signed(write(low), low)} to ${signed(write(high), high)}`}`;
  return `${padded(name, 14)} ${padded(write(first), 11, 'before')} ${padded(write(second), 11, 'before')} ${isClear ? c.bold(text) : text}`;
}
