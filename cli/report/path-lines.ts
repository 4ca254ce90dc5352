import type { CampaignReport } from '../../store/report.ts';
import { count, days, percent, plural } from './figures.ts';
import { bar, padded, type Colours } from './panel.ts';

/** Columns of the steps' names. */
const NAME = 18;

/** What people did, as far down the path as they came; shares of those who were not held out. */
export function stepLines({ people, audience }: Pick<CampaignReport, 'people' | 'audience'>, width: number, c: Colours): string[] {
  const steps: [string, number, (text: string) => string][] = [
    ['printed', people.printed, c.blue],
    ['scanned', people.scanned, c.cyan],
    ['visited', people.visited, c.cyan],
    ['replied', people.replied, c.cyan],
    ['mailed', people.mailed, c.blue],
    ['clicked', people.clicked, c.cyan],
    ['invited', people.invited, c.blue],
    ['invitation clicked', people.invitationClicked, c.cyan],
    ['purchased', people.purchased, c.green],
    ['redeemed', people.redeemed, c.green],
  ];
  const barWidth = width - NAME - 16;
  return steps.map(([name, value, colour]) => {
    const share = audience.treated === 0 ? 0 : value / audience.treated;
    return `${padded(name, NAME)} ${colour(padded(bar(share, barWidth), barWidth))} ${padded(count(value), 5, 'before')} ${c.dim(padded(percent(share), 8, 'before'))}`;
  });
}

/** The steps, then what else is worth knowing of the path. */
export function pathLines(report: CampaignReport, width: number, c: Colours): string[] {
  const { people, mailpieces, answerDelay } = report;
  const pieces = [
    plural(mailpieces.printed, 'mailpiece'),
    ...(mailpieces.queued ? [`${count(mailpieces.queued)} queued`] : []),
    ...(mailpieces.recalled ? [`${count(mailpieces.recalled)} recalled`] : []),
  ].join(', ');
  const lost = [`${count(people.unsubscribed)} unsubscribed`, `${count(people.returned)} returned`, `${count(people.bounced)} bounced`].join(', ');
  const remarks: [string, string][] = [
    ['paper', pieces],
    ['answer', answerDelay.medianDays === undefined ? 'none yet' : `median ${days(answerDelay.medianDays)} days from the letter box, ${plural(answerDelay.pieces, 'piece')}`],
    ['lost', lost],
    ['machines', `${plural(people.botHits, 'hit')} by bots, not counted`],
  ];
  return [...stepLines(report, width, c), '', ...remarks.map(([name, text]) => `${c.dim(padded(name, 9))} ${text}`)];
}
