/** The workflows of the benchmark, in one bundle: the yardstick, and the product's journey over the measured path. Exports only. */
export { printRun } from '../workflows/print-run.ts';
export { measuredJourney as default } from './measured-journey.ts';
export { plainJourney } from './plain-journey.ts';
