/** `npm run pictures:learning`: proves the policies of learning/ in worlds whose truth is known, draws the curves and writes the figures into docs/learning.md. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { coverageChart, lookingChart, regretChart } from './learning/charts.ts';
import { figuresOf } from './learning/figures.ts';
import { allProofs } from './learning/proofs.ts';
import { standing } from './learning/standing-alone.ts';

const pictures = new URL('../docs/pictures/learning/', import.meta.url);
const page = new URL('../docs/learning.md', import.meta.url);

const proofs = allProofs();
const drawn = {
  regret: regretChart(proofs.regret, { colours: ['muted', 'mail', 'goal'], label: 'Answers lost over time: fixed split, A/B/n test, Thompson sampling' }),
  delay: regretChart(proofs.delay, { colours: ['print', 'muted', 'goal'], label: 'Answers lost over time by three ways with answers on their way' }),
  facts: regretChart(proofs.contextual, { colours: ['muted', 'goal'], label: 'Answers lost over time with and without facts' }),
  looking: lookingChart(proofs.looking, 'Runs in which two equal arms are said to differ, by the number of looks'),
  coverage: coverageChart(proofs.coverage, 'How often intervals that say 95 % held the truth'),
};
await mkdir(pictures, { recursive: true });
for (const [name, svg] of Object.entries(drawn)) await writeFile(new URL(`${name}.svg`, pictures), standing(svg));
const text = await readFile(page, 'utf8');
await writeFile(page, text.replace(/(<!-- figures -->\n)[^]*?(\n<!-- end -->)/, (_, begin: string, end: string) => `${begin}${figuresOf(proofs)}${end}`));
