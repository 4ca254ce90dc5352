/**
 * Every way through a scenario: `explore` runs its path again and again over the engine, each time with something settled otherwise, and
 * keeps the stories. `pathGraph` makes a graph of them. Exports only.
 */
export type { Chances, FactChances } from './chances.ts';
export { explore, type Exploration, type ExploreOptions } from './explore.ts';
export type { Asked, Choice, Factor, FactorValue, Outcome, Step, Story } from './story.ts';
export { tellStory } from './tell-story.ts';
export { pathGraph, type GraphEdge, type GraphNode, type PathGraph, type Way } from './path-graph.ts';
export { ABSENT, knownFrom, whatSeparates, type Clause, type Condition, type Known } from './separate.ts';
export { conditionPhrase, edgeLines, listed, outcomeWords } from './wording.ts';
export { trace, type Traced } from './trace.ts';
export type { Asking, Decide, Decision } from './script.ts';
