import { STEPS, type Funnel } from '../../store/figures/index.ts';
import { bars } from './bars.ts';
import { COLOURS } from './drawing.ts';
import { framed, type ChartOptions } from './frame.ts';

const COLOUR_OF: Readonly<Record<(typeof STEPS)[number], string>> = {
  printed: COLOURS.print,
  scanned: COLOURS.answer,
  visited: COLOURS.answer,
  replied: COLOURS.answer,
  mailed: COLOURS.mail,
  clicked: COLOURS.answer,
  invited: COLOURS.other,
  invitationClicked: COLOURS.answer,
  purchased: COLOURS.goal,
  redeemed: COLOURS.goal,
  converted: COLOURS.goal,
};
/** Steps that only a medium leads to: left out where nothing was sent by it. */
const FOLLOWS: Partial<Record<(typeof STEPS)[number], (typeof STEPS)[number]>> = { scanned: 'printed', clicked: 'mailed', invitationClicked: 'invited' };
const ALWAYS: readonly string[] = ['visited', 'replied', 'converted'];

/** How far people came, across media: each step of the path with the people who took it and their share of the treated. */
export function funnelChart({ audience, steps }: Funnel, options: ChartOptions): string {
  return framed(options, audience.treated === 0 ? (words) => words.noPeople : undefined, ({ words, numbers, ...sheet }) => {
    const shown = STEPS.filter((step) => steps[step] > 0 || ALWAYS.includes(step) || (FOLLOWS[step] && steps[FOLLOWS[step]] > 0));
    const rows = shown.map((step) => ({ name: words.steps[step], value: steps[step], text: `${numbers.count(steps[step])} · ${numbers.percent(steps[step] / audience.treated)}`, colour: COLOUR_OF[step] }));
    const described = [words.people(numbers.count(audience.treated)), ...rows.map(({ name, text }) => `${name}: ${text}`)].join('; ');
    return bars(rows, { ...sheet, label: words.funnel, description: described });
  });
}
