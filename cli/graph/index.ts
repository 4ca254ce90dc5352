/** Pictures of scenarios: a graph of paths as Mermaid text and as SVG. Exports only. */
export type { Counts } from './counts.ts';
export { countPeople } from './count-people.ts';
export { mermaid } from './mermaid.ts';
export { svg } from './svg.ts';
