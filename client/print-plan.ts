import { addressBlock } from '../activities/print/address/index.ts';
import { nextClockTime } from '../engine/index.ts';
import type { ClockTime } from '../scenarios/vocabulary/index.ts';
import { PRINT_AT_ONCE, type PrintPlan } from '../store/print-plan.ts';
import type { SeedAddress } from '../store/print-seeds.ts';
import { LaunchError } from './launch-error.ts';

/** How a campaign's mailpieces are to be printed. */
export interface PrintOptions {
  /** The print provider's name; `folder` unless said. */
  readonly printer?: string;
  /** A daily cut-off at local time, such as `{ time: '17:00', zone: 'Europe/Paris' }`, in place of `printEvery`. */
  readonly cutOff?: { readonly time: ClockTime; readonly zone: string };
  /** Pieces of a run at most: a full one closes before its cut-off. */
  readonly batch?: number;
  /** Euros that print may cost the campaign in all; pieces over it are recalled. */
  readonly budget?: number;
  /** Pieces of the proof that an operator approves before a format's first run goes out; 8 unless said, 0 prints without. */
  readonly proof?: number;
  /** Addresses of your own that get a copy of one piece of every run; 50 at most. */
  readonly seeds?: readonly SeedAddress[];
}

const PROOF = 8;
const MOST = { batch: 1_000_000, proof: 100, seeds: 50 } as const;

/**
 * The plan of a launch, checked.
 *
 * @throws LaunchError that names the option and says what to change.
 */
export function printPlan({ printer = PRINT_AT_ONCE.printer, cutOff, batch, budget, proof = PROOF, seeds = [] }: PrintOptions = {}): PrintPlan {
  if (!/^[a-z][a-z0-9-]{0,40}$/.test(printer)) throw new LaunchError(`Expected a printer's name such as 'folder', got '${printer}'.`);
  if (cutOff) checkCutOff(cutOff);
  if (batch !== undefined && !(Number.isInteger(batch) && batch >= 1 && batch <= MOST.batch)) throw new LaunchError(`Expected a batch of 1 to ${MOST.batch} pieces, got ${batch}.`);
  if (budget !== undefined && !(budget >= 0 && Number.isFinite(budget))) throw new LaunchError(`Expected a print budget in euros, 0 or more, got ${budget}.`);
  if (!(Number.isInteger(proof) && proof >= 0 && proof <= MOST.proof)) throw new LaunchError(`Expected a proof of 1 to ${MOST.proof} pieces, or 0 for none, got ${proof}.`);
  if (seeds.length > MOST.seeds) throw new LaunchError(`Expected at most ${MOST.seeds} seed addresses, got ${seeds.length}.`);
  for (const [index, seed] of seeds.entries()) checkSeed(seed, index + 1);
  return { printer, ...(cutOff ? { cutOff: { time: cutOff.time, zone: cutOff.zone } } : {}), ...(batch === undefined ? {} : { batch }), ...(budget === undefined ? {} : { budget }), proof };
}

/** What of two plans differs, in words; nothing when they are the same. */
export function differencesOf(one: PrintPlan, other: PrintPlan): string[] {
  const words = ({ cutOff, ...rest }: PrintPlan): Readonly<Record<string, string | number | undefined>> => ({ ...rest, cutOff: cutOff && `${cutOff.time}@${cutOff.zone}` });
  const [before, now] = [words(one), words(other)];
  return ['printer', 'cutOff', 'batch', 'budget', 'proof'].filter((key) => before[key] !== now[key]).map((key) => `print ${key} ${before[key] ?? 'none'} (now ${now[key] ?? 'none'})`);
}

function checkCutOff(cutOff: NonNullable<PrintOptions['cutOff']>): void {
  try {
    nextClockTime({ ...cutOff, after: 0 });
  } catch (error) {
    throw new LaunchError(`Expected a cut-off such as 17:00 in Europe/Paris, got ${cutOff.time} in ${cutOff.zone}. ${(error as Error).message}`);
  }
}

function checkSeed(seed: SeedAddress, number: number): void {
  try {
    addressBlock(seed);
  } catch (error) {
    throw new LaunchError(`Expected seed address ${number} to make an address block, got a problem. ${(error as Error).message}`);
  }
}
