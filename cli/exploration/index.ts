/** Registered scenario versions, explored: what `graph` and `diff` begin with. Exports only. */
export { chancesOf, exploreVersion } from './explore-version.ts';
export { factChances } from './fact-chances.ts';
