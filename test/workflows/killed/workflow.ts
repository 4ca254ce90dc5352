import { printSteps } from '../../../workflows/print-run/steps.ts';
import { runPrintRun, type PrintRunInput } from '../../../workflows/print-run.ts';

/** The product's print run, which notices sooner that a worker was killed. */
export function printRun(input: PrintRunInput) {
  return runPrintRun(input, printSteps({ short: '2 seconds', silence: '1 second', firstRetry: '10 milliseconds' }));
}
