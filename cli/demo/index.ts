/** `parcours demo`: a whole campaign on real parts in two minutes, with a crowd that acts on it from outside. Exports only. */
export { runDemo, type DemoOptions, type DemoResult } from './demo.ts';
