import picocolors from 'picocolors';
import type { CampaignReport } from '../../store/report.ts';
import { bar, count, innerWidth, justified, padded, panel, stepLines, type Colours, type Look } from '../report/index.ts';
import type { Act } from './crowd/index.ts';

/** Somebody of the crowd did something. */
export interface Seen {
  readonly prospect: string;
  readonly act: Act;
  /** Of the campaign. */
  readonly day: number;
}

const SAYS: Readonly<Record<Act, string>> = {
  scans: 'scans the QR code',
  types: 'types the printed address',
  answers: 'fills in the form',
  clicks: 'follows the link of a mail',
  accepts: 'follows the invitation to the Facebook page',
  buys: 'buys',
  redeems: 'redeems the voucher in a store',
  unsubscribes: 'unsubscribes',
  'comes back': 'is not there: the card comes back',
  'is previewed': 'has a code that a preview robot opened first',
  'is checked': 'has a mail gateway that tried every link',
};

export interface LiveView {
  readonly report: CampaignReport;
  /** The latest last. */
  readonly seen: readonly Seen[];
  /** The day on which the last journey must have ended. */
  readonly lastDay: number;
}

/** The campaign while it runs, as a block of lines for a terminal: day, steps, who did what last. */
export function renderLive({ report, seen, lastDay }: LiveView, { columns, colours }: Look): string[] {
  const c = picocolors.createColors(colours);
  const width = Math.min(100, Math.max(64, columns - 1));
  const inner = innerWidth(width);
  const ended = report.outcomes.reduce((sum, { journeys }) => sum + journeys, 0);
  const lines = [
    dayLine(report.campaign.days, lastDay, { width: inner, c }),
    '',
    ...stepLines(report, inner, c),
    '',
    justified(`${c.dim('journeys')} ${count(report.running)} under way, ${count(ended)} ended`, `${count(report.audience.holdout)} held out`, inner),
  ];
  const latest = Array.from({ length: 5 }, (_, i) => seen.at(i - 5)).map((one) => (one ? `${c.dim(padded(`day ${count(one.day)}`, 7))} ${padded(one.prospect, 10)} ${SAYS[one.act]}` : ''));
  return [
    ...panel({ title: c.bold(`${report.campaign.id} · ${report.campaign.scenario}.v${report.campaign.version}`), lines, width, frame: c.dim }),
    ...panel({ title: c.bold('Just now'), lines: latest, width, frame: c.dim }),
  ];
}

function dayLine(day: number, lastDay: number, { width, c }: { width: number; c: Colours }): string {
  const label = `day ${padded(count(day), 2, 'before')} of ${count(lastDay)} `;
  const barWidth = width - label.length;
  const done = bar(Math.min(1, day / lastDay), barWidth);
  return `${c.bold(label)}${c.magenta(done)}${c.dim('░'.repeat(barWidth - done.length))}`;
}

/** The same in a line, for what is no terminal. */
export function renderLine({ report }: Pick<LiveView, 'report'>): string {
  const { printed, scanned, visited, replied, mailed, clicked, invited, purchased, redeemed } = report.people;
  const steps = Object.entries({ printed, scanned, visited, replied, mailed, clicked, invited, purchased, redeemed }).map(([name, value]) => `${count(value)} ${name}`);
  return `day ${padded(count(report.campaign.days), 2, 'before')}: ${steps.join(', ')}; ${count(report.running)} journeys under way`;
}
