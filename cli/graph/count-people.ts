import type { TracedPerson } from '../campaign/index.ts';
import type { GraphEdge, PathGraph } from '../../simulator/explore/index.ts';
import { keyOf, transitionsOf } from '../../simulator/explore/transitions.ts';
import type { Counts } from './counts.ts';

/**
 * Counts people in a graph: where each stands, and which edges each went along. An edge that nobody had explored, such as one for a mail that
 * bounced, is added.
 */
export async function countPeople(graph: PathGraph, people: AsyncIterable<TracedPerson>): Promise<{ readonly graph: PathGraph; readonly counts: Counts }> {
  const idOf = new Map(graph.nodes.map(({ key, id }) => [key, id]));
  const waiting = new Map<string, number>();
  const taken = new Map<string, number>();
  const ended = new Map<string, number>();
  const added = new Map<string, GraphEdge>();
  const known = new Set(graph.edges.map(({ from, to }) => `${from} ${to}`));
  let [count, unplaced] = [0, 0];
  for await (const { record, story, problem } of people) {
    count += 1;
    if (problem !== undefined) {
      unplaced += 1;
      continue;
    }
    if (record.status === 'ended' && record.endedBy !== 'path') add(ended, record.outcome ?? 'ended');
    if (record.status !== 'ended') for (const id of standing(story.steps, idOf)) add(waiting, id);
    for (const { from, to, outcome } of transitionsOf(story)) {
      const [one, other] = [idOf.get(from), idOf.get(to)];
      if (one === undefined || other === undefined) continue;
      const edge = `${one} ${other}`;
      add(taken, edge);
      if (!known.has(edge)) added.set(edge, { from: one, to: other, ways: [{ outcome, condition: [] }] });
    }
  }
  return { graph: { ...graph, edges: [...graph.edges, ...added.values()] }, counts: { waiting, taken, ended, people: count, unplaced } };
}

/** Who has not begun stands at the start. */
function standing(steps: TracedPerson['story']['steps'], idOf: ReadonlyMap<string, string>): string[] {
  if (steps.length === 0) return ['start'];
  return [...new Set(steps.filter(({ outcome, asked }) => outcome === undefined && asked.kind !== 'end' && asked.kind !== 'again').flatMap((step) => idOf.get(keyOf(step)) ?? []))];
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
