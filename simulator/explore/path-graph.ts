import type { ScenarioOptions } from '../../scenarios/vocabulary/index.ts';
import type { Exploration } from './explore.ts';
import { whatSeparates, type Condition, type Known } from './separate.ts';
import type { Asked, Outcome, Story } from './story.ts';
import { keyOf, transitionsOf, type Transition } from './transitions.ts';

/** A step of the path, wherever it was met. */
export interface GraphNode {
  /** `start`, `n1`, `n2`, … in the order in which the stories come to them. */
  readonly id: string;
  readonly key: string;
  readonly kind: Asked['kind'] | 'start';
  /** As it was asked first, and otherwise: other props, other durations. */
  readonly asked: readonly Asked[];
}

/** A way from one step to the next. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly ways: readonly Way[];
}

/** How a step went on, and what must be so besides for this to be next; no alternatives where it always is, undefined where nothing simple tells. */
export interface Way {
  readonly outcome: Outcome | undefined;
  readonly condition: Condition | undefined;
}

/** A scenario as a graph: what was explored, merged by places in the source. Goal, exits and the limit hold everywhere and are on the frame. */
export interface PathGraph {
  readonly frame: ScenarioOptions;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly exploration: Exploration;
}

/**
 * Makes a graph of a scenario's stories.
 *
 * @example pathGraph(await explore(boilerRenewalV1)).nodes.length
 */
export function pathGraph(exploration: Exploration): PathGraph {
  const transitions = exploration.stories.flatMap(transitionsOf);
  const nodes = nodesOf(exploration.stories, transitions);
  const idOf = new Map(nodes.map(({ key, id }) => [key, id]));
  const edges = new Map<string, { from: string; to: string; ways: Way[] }>();
  for (const group of grouped(transitions, ({ from, outcome }) => `${from} ${outcomeKey(outcome)}`)) {
    for (const [to, together] of byTarget(group)) {
      const from = idOf.get(group[0]!.from)!;
      const edge = edges.get(`${from} ${to}`) ?? { from, to: idOf.get(to)!, ways: [] };
      edges.set(`${from} ${to}`, edge);
      edge.ways.push({ outcome: together[0]!.outcome, condition: conditionOf(together, group) });
    }
  }
  const order = nodes.map(({ id }) => id);
  const sorted = [...edges.values()].sort((one, other) => order.indexOf(one.from) - order.indexOf(other.from) || order.indexOf(one.to) - order.indexOf(other.to));
  return { frame: exploration.scenario, nodes, edges: sorted, exploration };
}

/** What outcomes are told apart by on the way out of a step. */
export function outcomeKey(outcome: Outcome | undefined): string {
  if (outcome?.by === 'responses') return outcome.responses.map(({ kind, touch = '' }) => `${kind} ${touch.split('/')[0]}`).join(' + ');
  return outcome?.by === 'not-sent' ? `not-sent ${outcome.why}` : (outcome?.by ?? 'start');
}

/** Those who came by here and went elsewhere are the others; those who also went elsewhere, in parallel, are not. */
function conditionOf(together: readonly Transition[], all: readonly Transition[]): Condition | undefined {
  const moments = new Set(together.map(({ moment }) => moment));
  const others = new Map<object, Known>();
  for (const { moment, known } of all) if (!moments.has(moment)) others.set(moment, known);
  return whatSeparates(together.map(({ known }) => known), [...others.values()]);
}

function byTarget(transitions: readonly Transition[]): [string, Transition[]][] {
  return grouped(transitions, ({ to }) => to).map((together) => [together[0]!.to, together]);
}

function nodesOf(stories: readonly Story[], transitions: readonly Transition[]): GraphNode[] {
  const asked = new Map<string, Map<string, Asked>>();
  for (const { steps } of stories) {
    for (const step of steps) {
      const variants = asked.get(keyOf(step)) ?? new Map<string, Asked>();
      asked.set(keyOf(step), variants.set(JSON.stringify(step.asked), step.asked));
    }
  }
  const targets = new Map<string, string[]>();
  for (const { from, to } of transitions) if (!targets.get(from)?.includes(to)) targets.set(from, [...(targets.get(from) ?? []), to]);
  // Broad first, so that the numbers go down the picture.
  const reached = ['start'];
  for (const key of reached) for (const next of targets.get(key) ?? []) if (!reached.includes(next)) reached.push(next);
  return reached.map((key, index) => {
    const variants = [...(asked.get(key)?.values() ?? [])];
    return { id: index === 0 ? 'start' : `n${index}`, key, kind: variants[0]?.kind ?? 'start', asked: variants };
  });
}

function grouped<Item>(items: readonly Item[], by: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(by(item));
    if (group) group.push(item);
    else groups.set(by(item), [item]);
  }
  return [...groups.values()];
}
