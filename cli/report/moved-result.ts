import picocolors from 'picocolors';
import type { Moved } from '../../client/index.ts';
import { plural } from './figures.ts';

/** What came of moving a campaign's journeys, as text: how many go, what they get at once, and why the others stay. A pure function. */
export function renderMoved(moved: readonly Moved[], { campaignId, version, dryRun, colours }: { campaignId: string; version: number; dryRun: boolean; colours: boolean }): string {
  const c = picocolors.createColors(colours);
  const verdicts = moved.flatMap(({ verdict }) => (typeof verdict === 'object' ? [verdict] : []));
  const accepted = verdicts.filter((verdict) => verdict.accepted);
  const would = dryRun ? 'would ' : '';
  const line = (count: number, text: string) => `  ${String(count).padStart(6)}  ${text}`;
  return [
    c.bold(`${campaignId} to version ${version}${dryRun ? ', a dry run' : ''}: ${plural(moved.length, 'journey')} under way`),
    line(accepted.length, c.green(dryRun ? 'would go on under it' : 'go on under it')),
    ...counted(accepted.flatMap(({ wouldSend }) => wouldSend.map(({ message }) => message))).map(([message, count]) => line(count, `${would}get ${message} at once`)),
    ...counted(accepted.flatMap(({ outcome }) => (outcome === undefined ? [] : [outcome]))).map(([outcome, count]) => line(count, `${would}end at once: ${outcome}`)),
    ...counted(accepted.flatMap(({ leftOver }) => leftOver.map((touch) => touch.slice(0, touch.indexOf('/'))))).map(([message, count]) => line(count, `have had ${message}, which it does not send here`)),
    ...counted(verdicts.flatMap(({ accepted, why }) => (accepted ? [] : [general(why ?? '')]))).map(([why, count]) => line(count, `${c.yellow(dryRun ? 'would stay' : 'stay')}: ${why}`)),
    ...counted(moved.flatMap(({ verdict }) => (typeof verdict === 'string' ? [verdict] : []))).map(([verdict, count]) => line(count, verdict === 'led' ? 'are led by it already' : 'ended meanwhile')),
  ].join('\n');
}

/** Each text with how often it stands there, the most frequent first. */
function counted(texts: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}

/** Everybody's dates are their own; the reason is the same. */
function general(why: string): string {
  return why.replace(/ on \d{4}-\d\d-\d\d/g, '');
}
