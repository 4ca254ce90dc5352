/** Makes a new scenario from the starter. Knows the registries by `cli/check`. Exports only. */
export { scaffoldScenario, type Scaffolded } from './scaffold-scenario.ts';
