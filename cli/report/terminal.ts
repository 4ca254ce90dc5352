import picocolors from 'picocolors';
import type { CampaignReport } from '../../store/report.ts';
import { count, plural } from './figures.ts';
import { costLines } from './cost-lines.ts';
import { liftLines } from './lift-lines.ts';
import { outcomeLines } from './outcome-lines.ts';
import { beside, innerWidth, justified, panel, type Colours } from './panel.ts';
import { pathLines } from './path-lines.ts';

/** Where the report is shown. */
export interface Look {
  /** Columns of the terminal; from 64 to 120 are used. */
  readonly columns: number;
  /** False when it does not go to a terminal. */
  readonly colours: boolean;
}

/**
 * The report as text: a pure function, so that what it shows depends on the figures alone.
 *
 * @example console.log(renderReport(report, { columns: process.stdout.columns ?? 80, colours: process.stdout.isTTY }))
 */
export function renderReport(report: CampaignReport, { columns, colours }: Look): string {
  const c = picocolors.createColors(colours);
  const width = Math.min(120, Math.max(64, columns));
  const wide = width >= 110;
  const [left, right] = wide ? [Math.ceil((width - 1) * 0.52), Math.floor((width - 1) * 0.48)] : [width, width];
  const draw = (title: string, panelWidth: number, lines: (inner: number) => string[], height?: number): string[] =>
    panel({ title: c.bold(title), lines: lines(innerWidth(panelWidth)), width: panelWidth, frame: c.dim, ...(height && { height }) });

  const path = (height?: number) => draw('The path', left, (inner) => pathLines(report, inner, c), height);
  const outcomes = (height?: number) => draw('How journeys ended', right, (inner) => outcomeLines(report, inner, c), height);
  const cost = (height?: number) => draw('Cost and revenue', left, (inner) => costLines(report, inner, c), height);
  const lift = (height?: number) => draw('Lift over the holdout', right, (inner) => liftLines(report.lift, inner, c), height);
  const level = (first: (height?: number) => string[], second: (height?: number) => string[]): string[] => {
    const height = Math.max(first().length, second().length);
    return beside(first(height), second(height));
  };
  const panels = wide ? [...level(path, outcomes), ...level(cost, lift)] : [...path(), ...outcomes(), ...cost(), ...lift()];
  return [...heading(report, width, c), ...panels].join('\n');
}

function heading({ campaign, audience }: CampaignReport, width: number, c: Colours): string[] {
  const title = `${c.bold(c.cyan(campaign.id))} ${c.dim('·')} ${campaign.scenario}.v${campaign.version}`;
  const people = `${plural(audience.people, 'person', 'people')}: ${count(audience.treated)} in the campaign, ${count(audience.holdout)} held out`;
  return [justified(` ${title}`, `${c.dim('day')} ${c.bold(count(campaign.days))} `, width), ` ${people}`];
}
