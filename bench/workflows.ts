/** The product's side of the benchmark in its bundle: its journey over the measured path, and what that needs. Exports only. */
export { printRun } from '../workflows/print-run.ts';
export { measuredJourney as default } from './measured-journey.ts';
