import type { ListedRun } from '../../store/index.ts';
import { count } from './figures.ts';
import { padded } from './panel.ts';

const WORDS: Readonly<Record<ListedRun['status'], string>> = {
  open: 'gathers pieces',
  closed: 'is being rendered',
  'awaiting-approval': 'waits for approval',
  rejected: 'not printed',
  printed: 'is being handed over',
  'handed-over': 'handed over',
};

/**
 * Print runs, a line each, with what to do about one under it: a pure function.
 *
 * @example printRunLines(await listPrintRuns(store, 'spring-2027')).join('\n')
 */
export function printRunLines(runs: readonly ListedRun[]): string[] {
  const longest = Math.max(...runs.map(({ id }) => id.length)) + 2;
  const head = [padded('print run', longest), padded('state', 22), padded('printed', 9, 'before'), padded('queued', 9, 'before'), padded('recalled', 10, 'before'), '  printer'].join('');
  return [head, ...runs.flatMap((run) => [rowOf(run, longest), ...notesOf(run).map((note) => `  ${note}`)])];
}

function rowOf({ id, status, printed, queued, recalled, printer, reconciliation }: ListedRun, longest: number): string {
  const state = reconciliation && reconciliation.result !== 'unreported' ? (reconciliation.result === 'reconciled' ? 'printed as ordered' : 'printed otherwise') : WORDS[status];
  return [padded(id, longest), padded(state, 22), padded(count(printed), 9, 'before'), padded(count(queued), 9, 'before'), padded(count(recalled), 10, 'before'), `  ${printer}`].join('');
}

function notesOf({ id, status, proof, problem, reconciliation }: ListedRun): string[] {
  if (status === 'awaiting-approval' && proof === null) return ['its proof is being made'];
  if (status === 'awaiting-approval') return [`proof: ${proof}`, `npx parcours approve ${id}`, `npx parcours reject ${id} "why"`];
  if (problem !== null) return [problem];
  if (reconciliation?.result === 'unreported') return [`the printer never said what it printed; if it does: npx parcours reconcile ${id} report.csv`];
  if (reconciliation?.result !== 'differs') return [];
  const { missing, unknown, spoiled, differences } = reconciliation;
  const some = [...differences.missing.map((piece) => `missing ${piece}`), ...differences.spoiled.map(({ pieceId, reason }) => `spoiled ${pieceId}: ${reason}`), ...differences.unknown.map((piece) => `unknown ${piece}`)];
  const more = missing + unknown + spoiled - Math.min(some.length, SHOWN);
  return [`${count(missing)} missing, ${count(spoiled)} spoiled, ${count(unknown)} unknown:`, ...some.slice(0, SHOWN).map((line) => `  ${line}`), ...(more > 0 ? [`  and ${count(more)} more: --json`] : [])];
}

/** Differences shown by name. */
const SHOWN = 5;
