import type { CampaignReport } from '../../store/report.ts';
import { bar, padded, wrapped, type Colours } from './panel.ts';
import { TONGUES, type Tongue } from './tongue.ts';

/** Columns of the steps' names. */
const NAME = 18;

/** What people did, as far down the path as they came; shares of those who were not held out. */
export function stepLines({ people, audience }: Pick<CampaignReport, 'people' | 'audience'>, width: number, c: Colours, { words, figures: { count, percent } }: Tongue = TONGUES.en): string[] {
  const steps: [string, number, (text: string) => string][] = [
    [words.steps.printed, people.printed, c.blue],
    [words.steps.scanned, people.scanned, c.cyan],
    [words.steps.visited, people.visited, c.cyan],
    [words.steps.replied, people.replied, c.cyan],
    [words.steps.mailed, people.mailed, c.blue],
    [words.steps.clicked, people.clicked, c.cyan],
    [words.steps.invited, people.invited, c.blue],
    [words.steps.invitationClicked, people.invitationClicked, c.cyan],
    [words.steps.purchased, people.purchased, c.green],
    [words.steps.redeemed, people.redeemed, c.green],
  ];
  const barWidth = width - NAME - 16;
  return steps.map(([name, value, colour]) => {
    const share = audience.treated === 0 ? 0 : value / audience.treated;
    return `${padded(name, NAME)} ${colour(padded(bar(share, barWidth), barWidth))} ${padded(count(value), 5, 'before')} ${c.dim(padded(percent(share), 8, 'before'))}`;
  });
}

/** The steps, then what else is worth knowing of the path. */
export function pathLines(report: CampaignReport, width: number, c: Colours, tongue: Tongue = TONGUES.en): string[] {
  const { words, figures } = tongue;
  const { count, days } = figures;
  const { people, mailpieces, answerDelay } = report;
  const pieces = [
    words.pieces(count(mailpieces.printed)),
    ...(mailpieces.queued ? [words.queued(count(mailpieces.queued))] : []),
    ...(mailpieces.recalled ? [words.recalled(count(mailpieces.recalled))] : []),
  ].join(', ');
  const lost = words.losses(count(people.unsubscribed), count(people.returned), count(people.bounced));
  const remarks: [string, string][] = [
    [words.paper, pieces],
    [words.answer, answerDelay.medianDays === undefined ? words.noneYet : words.median(days(answerDelay.medianDays), count(answerDelay.pieces))],
    [words.lost, lost],
    [words.machines, words.hits(count(people.botHits))],
  ];
  return [...stepLines(report, width, c, tongue), '', ...remarks.flatMap(([name, text]) => wrapped(text, width - 10).map((line, index) => `${c.dim(padded(index === 0 ? name : '', 9))} ${line}`))];
}
