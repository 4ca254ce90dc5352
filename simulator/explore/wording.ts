import { ABSENT, type Clause, type ClauseValue } from './separate.ts';
import type { Chances } from './chances.ts';
import type { GraphEdge, PathGraph } from './path-graph.ts';
import type { Asked, Outcome } from './story.ts';

const MEDIA: Readonly<Record<string, string>> = { print: 'post', email: 'email', social: 'social media' };

/** A list as people say it: `a, b or c`. */
export function listed(words: readonly string[], last: 'or' | 'and' = 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)!}`;
}

/** What must be so, in words: `boilerAge 13 or more, no consent to email`; nothing when it always is or can't be said. */
function conditionWords(condition: readonly Clause[] | undefined, chances: Chances): string {
  return (condition ?? []).map((clause) => clauseWords(clause, chances)).join(', ');
}

/** The same, to stand after what it is about: `if boilerAge from 13`, `after a click of thank-you`. */
export function conditionPhrase(condition: readonly Clause[] | undefined, chances: Chances): string {
  return conditionWords(condition, chances).replace(/^(?!after |without |$)/, 'if ');
}

function clauseWords({ key, values, others }: Clause, chances: Chances): string {
  const [prefix, ...rest] = key.split(':');
  const name = rest.join(':');
  const said = values.filter((value) => value !== ABSENT && value !== undefined);
  const words = plain(said);
  switch (prefix) {
    case 'consent':
      return `${said.includes(true) ? 'consent' : 'no consent'} to ${MEDIA[name] ?? name}`;
    case 'fact':
    case 'now':
    case 'told':
      return factWords({ name, prefix, values: said as readonly (string | number | boolean)[], unknown: values.includes(undefined) }, chances);
    case 'answer':
      return values.length === said.length ? `after a ${listed(words)}` : `without a ${listed(plain(others.filter((value) => value !== ABSENT && value !== undefined)))}`;
    case 'variant':
    case 'link':
      return `${prefix} ${listed(words)}`;
    case 'timing':
      return `answering ${listed(words)}`;
    case 'cycle':
      return values.includes(1) ? 'the first time' : 'after again';
    default:
      return `${key} ${listed(words)}`;
  }
}

/** Touches by their message alone. */
function plain(values: readonly ClauseValue[]): string[] {
  return [...new Set(values.map((value) => String(value).replaceAll(/\/\d+/g, '')))];
}

interface FactSaid {
  readonly name: string;
  readonly prefix: string;
  readonly values: readonly (string | number | boolean)[];
  readonly unknown: boolean;
}

function factWords({ name, prefix, values, unknown }: FactSaid, { facts = {} }: Chances): string {
  const says = prefix === 'told' ? 'says ' : '';
  if (values.length === 0) return prefix === 'told' ? `${name} not said` : `${name} unknown`;
  const all = facts[name]?.values ?? [];
  if (values.every((value) => typeof value === 'number') && !unknown) {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const whole = all.filter((value): value is number => typeof value === 'number');
    const isRange = whole.filter((value) => value >= low && value <= high).length === values.length;
    if (isRange && low === Math.min(...whole)) return `${says}${name} up to ${high}`;
    if (isRange && high === Math.max(...whole)) return `${says}${name} from ${low}`;
    if (isRange && low < high) return `${says}${name} ${low} to ${high}`;
  }
  return `${says}${name} ${listed([...values.map(String), ...(unknown ? ['unknown'] : [])])}`;
}

/** How a step went on, in words; nothing for what simply came next. */
export function outcomeWords(outcome: Outcome | undefined, asked: Asked | undefined): string {
  switch (outcome?.by) {
    case 'time':
      return asked?.kind === 'wait' ? `time is up after ${asked.for}` : 'time is up';
    case 'within':
      return 'the journey’s time is over';
    case 'not-sent':
      return `not sent: ${outcome.why}`;
    case 'responses':
      return listed(outcome.responses.map(({ kind, touch }) => responseWords(kind, touch, asked)), 'and');
    case 'done':
    case undefined:
      return '';
  }
}

/** Which touch it answers is said where the wait is for several. */
function responseWords(kind: string, touch: string | undefined, asked: Asked | undefined): string {
  const touches = asked?.kind === 'wait' ? new Set(asked.expected.map((one) => one.touch)) : new Set();
  return touch !== undefined && touches.size > 1 ? `${kind} of ${touch.split('/')[0]}` : kind;
}

/** What stands at an edge, a line for each condition under which it is taken. */
export function edgeLines({ from, ways }: GraphEdge, { nodes, exploration: { chances } }: PathGraph): string[] {
  const node = nodes.find(({ id }) => id === from);
  const always = ways.some(({ outcome, condition }) => (outcome?.by === 'done' || outcome === undefined) && condition?.length === 0);
  if (always) return [];
  const conditions = new Map<string, string[]>();
  for (const { outcome, condition } of ways) {
    const words = conditionPhrase(condition, chances);
    const said = outcomeWords(outcome, node?.asked[0]);
    conditions.set(words, [...(conditions.get(words) ?? []), ...(said ? [said] : [])]);
  }
  return [...conditions].map(([condition, outcomes]) => [listed([...new Set(outcomes)]), condition].filter(Boolean).join(', ')).filter(Boolean);
}

