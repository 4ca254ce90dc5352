import picocolors from 'picocolors';
import type { CampaignReport } from '../../store/report.ts';
import { costLines } from './cost-lines.ts';
import { liftLines } from './lift-lines.ts';
import { outcomeLines } from './outcome-lines.ts';
import { beside, innerWidth, justified, panel, type Colours } from './panel.ts';
import { pathLines } from './path-lines.ts';
import { TONGUES, type Tongue } from './tongue.ts';

/** Where the report is shown. */
export interface Look {
  /** Columns of the terminal; from 64 to 120 are used. */
  readonly columns: number;
  /** False when it does not go to a terminal. */
  readonly colours: boolean;
  /** English unless said. */
  readonly language?: 'en' | 'fr';
}

/**
 * The report as text: a pure function, so that what it shows depends on the figures alone.
 *
 * @example console.log(renderReport(report, { columns: process.stdout.columns ?? 80, colours: process.stdout.isTTY }))
 */
export function renderReport(report: CampaignReport, { columns, colours, language = 'en' }: Look): string {
  const c = picocolors.createColors(colours);
  const tongue = TONGUES[language];
  const { panels } = tongue.words;
  const width = Math.min(120, Math.max(64, columns));
  const wide = width >= 110;
  const [left, right] = wide ? [Math.ceil((width - 1) * 0.52), Math.floor((width - 1) * 0.48)] : [width, width];
  const draw = (title: string, panelWidth: number, lines: (inner: number) => string[], height?: number): string[] =>
    panel({ title: c.bold(title), lines: lines(innerWidth(panelWidth)), width: panelWidth, frame: c.dim, ...(height && { height }) });

  const path = (height?: number) => draw(panels.path, left, (inner) => pathLines(report, inner, c, tongue), height);
  const outcomes = (height?: number) => draw(panels.outcomes, right, (inner) => outcomeLines(report, inner, c, tongue), height);
  const cost = (height?: number) => draw(panels.cost, left, (inner) => costLines(report, inner, c, tongue), height);
  const lift = (height?: number) => draw(panels.lift, right, (inner) => liftLines(report.lift, inner, c, tongue), height);
  const level = (first: (height?: number) => string[], second: (height?: number) => string[]): string[] => {
    const height = Math.max(first().length, second().length);
    return beside(first(height), second(height));
  };
  const blocks = wide ? [...level(path, outcomes), ...level(cost, lift)] : [...path(), ...outcomes(), ...cost(), ...lift()];
  return [...heading(report, width, c, tongue), ...blocks].join('\n');
}

function heading({ campaign, audience }: CampaignReport, width: number, c: Colours, { words, figures: { count } }: Tongue): string[] {
  const title = `${c.bold(c.cyan(campaign.id))} ${c.dim('·')} ${campaign.scenario}.v${campaign.version}`;
  const people = words.people(count(audience.people), count(audience.treated), count(audience.holdout));
  return [justified(` ${title}`, `${c.dim(words.day)} ${c.bold(count(campaign.days))} `, width), ` ${people}`];
}
