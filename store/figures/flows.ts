import type { TouchMedium } from '../../scenarios/vocabulary/index.ts';
import { kept, type FigureQuery } from './kept.ts';

/** Where journeys pass: everybody's entry, a touch, the answer that says most about it (`none` for none), an outcome (`under-way` for none yet). */
export interface FlowNode {
  /** Unique; a message that comes again deeper is another node. */
  readonly id: string;
  readonly depth: number;
  readonly kind: 'entered' | 'touch' | 'answer' | 'outcome';
  /** A message's name, a kind of report, an outcome: as scenarios call them. */
  readonly name: string;
  readonly medium?: TouchMedium;
  readonly journeys: number;
}

export interface Flows {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly { readonly from: string; readonly to: string; readonly journeys: number }[];
}

/** How journeys, not held out, pass from touch to answer to touch to outcome, across media. Touches past the fifth of a journey are left out. */
export async function flowsOf(query: FigureQuery): Promise<Flows> {
  const nodes = new Map<string, FlowNode>();
  const pass = (named: string, { depth, journeys }: { depth: number; journeys: number }): string => {
    // Outcomes are one column, however deep they were reached.
    const id = named.startsWith('outcome:') || named === 'entered' ? named : `${depth}|${named}`;
    nodes.set(id, { ...nodeOf(named, { id, depth }), journeys: (nodes.get(id)?.journeys ?? 0) + journeys });
    return id;
  };
  const links = (await kept<[depth: number, from: string, to: string]>(query, 'flows'))
    .sort((one, other) => one.key[0] - other.key[0] || other.count - one.count)
    .map(({ key: [depth, from, to], count }) => ({ from: pass(from, { depth, journeys: depth === 0 ? count : 0 }), to: pass(to, { depth: depth + 1, journeys: count }), journeys: count }));
  return { nodes: [...nodes.values()], links };
}

function nodeOf(named: string, { id, depth }: { id: string; depth: number }): Omit<FlowNode, 'journeys'> {
  const [kind, ...rest] = named.split(':') as ['entered' | 'touch' | 'answer' | 'outcome', ...string[]];
  if (kind === 'touch') return { id, depth, kind, medium: rest[0] as TouchMedium, name: rest.slice(1).join(':') };
  return { id, depth, kind, name: kind === 'entered' ? 'entered' : rest.join(':') };
}
