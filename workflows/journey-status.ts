import { timeline, type JournalEntry, type LiveJourney } from '../engine/index.ts';
import type { JourneyStatus } from './journey-input.ts';

/** Where a journey stands. */
export function statusOf(live: LiveJourney): JourneyStatus {
  const { stage, facts, journal, cycle } = live;
  const { isPaused } = live.operators;
  const ended = last(journal, 'ended');
  const until = ended ? undefined : [...journal].reverse().find((entry) => 'until' in entry);
  return {
    stage: stage.name,
    ...(stage.waitingOn === undefined || ended ? {} : { waitingOn: stage.waitingOn }),
    ...(until && 'until' in until ? { until: new Date(until.until).toISOString() } : {}),
    ...(ended ? { outcome: ended.outcome } : {}),
    ...(isPaused ? { isPaused } : {}),
    ...(cycle > 1 ? { cycle } : {}),
    facts,
    touches: journal.flatMap((entry) => (entry.type === 'touch' ? [touchOf(entry)] : [])),
  };
}

/** The same for people, as Temporal UI shows it: Markdown. */
export function detailsOf(live: LiveJourney): string {
  const { stage, outcome, until, isPaused } = statusOf(live);
  const standing = `**${stage}**${until ? `, until ${until.slice(0, 16).replace('T', ' ')}` : ''}${isPaused ? ', **paused**' : ''}`;
  return [outcome ? `**Ended: ${outcome}**` : standing, '', ...timeline(live.journal).map((line) => `- ${line}`)].join('\n');
}

function touchOf({ touch, medium, receipt: { sent, why, variant } }: Extract<JournalEntry, { type: 'touch' }>): JourneyStatus['touches'][number] {
  return { touch, medium, sent, why, ...(variant === undefined ? {} : { variant }) };
}

function last<Type extends JournalEntry['type']>(journal: readonly JournalEntry[], type: Type): Extract<JournalEntry, { type: Type }> | undefined {
  return [...journal].reverse().find((entry): entry is Extract<JournalEntry, { type: Type }> => entry.type === type);
}
