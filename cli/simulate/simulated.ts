import type { PathCoverage } from './coverage.ts';
import type { Comparison, SimulationResult, SweepPoint } from '../../simulator/index.ts';

/** What `parcours simulate` did, to be shown as text, JSON or HTML. */
export type Simulated =
  | { readonly kind: 'run'; readonly scenario: string; readonly result: SimulationResult; readonly coverage: PathCoverage }
  | { readonly kind: 'comparison'; readonly scenario: string; readonly comparison: Comparison }
  | { readonly kind: 'sweep'; readonly scenario: string; readonly parameter: string; readonly points: readonly SweepPoint[] };
