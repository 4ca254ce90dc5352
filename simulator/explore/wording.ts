import { ABSENT, type Clause, type ClauseValue, type Condition } from './separate.ts';
import type { Chances } from './chances.ts';
import type { GraphEdge, PathGraph } from './path-graph.ts';
import type { Asked, Outcome } from './story.ts';

const MEDIA: Readonly<Record<string, string>> = { print: 'post', email: 'email', social: 'social media' };

/** A list as people say it: `a, b or c`. */
export function listed(words: readonly string[], last: 'or' | 'and' = 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)!}`;
}

/** What must be so, in words, to stand after what it is about: `if boilerAge from 13`, `after a click of thank-you`; nothing when it always is or can't be said. */
export function conditionPhrase(condition: Condition | undefined, chances: Chances): string {
  const alternatives = (condition ?? []).map((clauses) => clauses.map((clause) => clauseWords(clause, chances)));
  // What holds in each of several alternatives is said once.
  const common = alternatives.length > 1 ? alternatives[0]!.filter((words) => alternatives.every((other) => other.includes(words))) : [];
  const rest = alternatives.map((words) => words.filter((one) => !common.includes(one)).join(', '));
  return [common.join(', '), ...(rest.includes('') ? [] : [[...new Set(rest)].map(prefixed).join('; or ')])].filter(Boolean).map(prefixed).join(': ');
}

function prefixed(words: string): string {
  return words.replace(/^(?!after |without |if |$)/, 'if ');
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
      return answerWords(said, { certain: values.length === said.length, others });
    case 'variant':
    case 'link':
      return `${prefix} ${listed(words)}`;
    case 'choice':
      return `${name} is ${listed(words)}`;
    case 'timing':
      return `answering ${listed(words)}`;
    case 'cycle':
      return values.includes(1) ? 'the first time' : 'after again';
    default:
      return `${key} ${listed(words)}`;
  }
}

function answerWords(said: readonly ClauseValue[], { certain, others }: { certain: boolean; others: readonly ClauseValue[] }): string {
  const missed = others.filter((value) => value !== ABSENT && value !== undefined);
  return certain || missed.length === 0 ? `after a ${byTouch(said)}` : `without a ${byTouch(missed)}`;
}

/** `scan or visit of renewal-postcard` */
function byTouch(answers: readonly ClauseValue[]): string {
  const kinds = new Map<string, string[]>();
  for (const answer of plain(answers)) {
    const [kind, touch = ''] = answer.split(' of ', 2) as [string, string?];
    kinds.set(touch, [...(kinds.get(touch) ?? []), kind]);
  }
  return listed([...kinds].map(([touch, all]) => `${listed(all)}${touch ? ` of ${touch}` : ''}`));
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
  // Numbers and dates stand in order, so a stretch of them is said by its ends.
  const places = values.map((value) => all.indexOf(value));
  const [low, high] = [Math.min(...places), Math.max(...places)];
  if (!unknown && low >= 0 && high - low === values.length - 1 && all.every((value) => typeof value === 'number' || /^\d{4}-\d\d-\d\d/.test(String(value)))) {
    if (low === 0) return `${says}${name} up to ${all[high]!}`;
    return high === all.length - 1 ? `${says}${name} from ${all[low]!}` : `${says}${name} ${low === high ? '' : `${all[low]!} to `}${all[high]!}`;
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

