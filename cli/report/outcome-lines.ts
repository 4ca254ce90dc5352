import type { CampaignReport } from '../../store/report.ts';
import { bar, justified, padded, type Colours } from './panel.ts';
import { TONGUES, type Tongue } from './tongue.ts';

/** Journeys by their end, and touches that were deliberately not made. */
export function outcomeLines({ outcomes, running, notSent, audience }: CampaignReport, width: number, c: Colours, { words, figures: { count, percent } }: Tongue = TONGUES.en): string[] {
  const colourOf: Record<string, (text: string) => string> = { converted: c.green, engaged: c.cyan, interested: c.cyan, failed: c.red };
  const all = [...outcomes.map(({ outcome, journeys }) => ({ outcome: words.outcomes[outcome] ?? outcome, journeys, colour: colourOf[outcome] ?? c.yellow })), ...(running ? [{ outcome: words.underWay, journeys: running, colour: c.dim }] : [])];
  const nameWidth = Math.max(11, ...all.map(({ outcome }) => outcome.length));
  const barWidth = width - nameWidth - 16;
  const rows = all.map(({ outcome, journeys, colour }) => {
    const share = audience.treated === 0 ? 0 : journeys / audience.treated;
    return `${padded(outcome, nameWidth)} ${colour(padded(bar(share, barWidth), barWidth))} ${padded(count(journeys), 5, 'before')} ${c.dim(padded(percent(share), 8, 'before'))}`;
  });
  const messageWidth = Math.max(...notSent.map(({ message }) => message.length));
  const skipped = notSent.map(({ message, why, touches }) => justified(`${c.dim(padded(message, messageWidth))} ${why}`, count(touches), width - 9));
  return [...rows, ...(skipped.length ? ['', c.dim(words.notMade), ...skipped] : [])];
}
