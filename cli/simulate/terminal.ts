import picocolors from 'picocolors';
import type { SimulationResult } from '../../simulator/index.ts';
import { count } from '../report/figures.ts';
import { liftLines } from '../report/lift-lines.ts';
import { beside, innerWidth, justified, panel, type Colours } from '../report/panel.ts';
import type { Look } from '../report/terminal.ts';
import { comparisonLines, outcomeDifferenceLines } from './comparison-lines.ts';
import { costLines, coverageLines, dayLines, funnelLines, lengthLines, notSentLines, outcomeLines, ruleLines } from './result-lines.ts';
import type { Simulated } from './simulated.ts';
import { sweepLines } from './sweep-lines.ts';

type Block = readonly [title: string, lines: (width: number) => string[]];

/**
 * What a simulation says as text: a pure function.
 *
 * @example console.log(renderSimulation(simulated, { columns: 80, colours: true }))
 */
export function renderSimulation(simulated: Simulated, { columns, colours }: Look): string {
  const c = picocolors.createColors(colours);
  const width = Math.min(120, Math.max(64, columns));
  return [...heading(simulated, width, c), ...laidOut(blocks(simulated, c), width, c)].join('\n');
}

/** Pairs stand beside each other where there is room. */
function blocks(simulated: Simulated, c: Colours): (readonly [Block, Block] | readonly [Block])[] {
  if (simulated.kind === 'comparison') {
    const { comparison } = simulated;
    return [[['What differs, a person', (width) => comparisonLines(comparison, width, c)]], [['How journeys end', (width) => outcomeDifferenceLines(comparison, width, c)]]];
  }
  if (simulated.kind === 'sweep') return [[[`By ${simulated.parameter}`, (width) => sweepLines(simulated, width, c)]]];
  const { result, coverage } = simulated;
  return [
    [
      ['The path', (width) => funnelLines(result, width, c)],
      ['How journeys end', (width) => [...outcomeLines(result, width, c), ...notSentLines(result, width, c)]],
    ],
    [
      ['Cost and revenue', (width) => costLines(result, width, c)],
      ['Lift over the holdout', (width) => liftLines(result.lift, width, c)],
    ],
    [
      ['Pieces, mails and answers by week', (width) => dayLines(result, width, c)],
      ['Length of a journey', (width) => lengthLines(result, width, c)],
    ],
    [['Rules', (width) => ruleLines(result, width, c)]],
    [['What nobody took', (width) => coverageLines(coverage, width, c)]],
  ];
}

function laidOut(rows: ReturnType<typeof blocks>, width: number, c: Colours): string[] {
  const draw = ([title, lines]: Block, panelWidth: number, height?: number) => panel({ title: c.bold(title), lines: lines(innerWidth(panelWidth)), width: panelWidth, frame: c.dim, ...(height ? { height } : {}) });
  return rows.flatMap((row) => {
    const [first, second] = row;
    if (!second) return draw(first, width);
    if (width < 110) return [...draw(first, width), ...draw(second, width)];
    const [left, right] = [Math.ceil((width - 1) * 0.52), Math.floor((width - 1) * 0.48)];
    const height = Math.max(draw(first, left).length, draw(second, right).length);
    return beside(draw(first, left, height), draw(second, right, height));
  });
}

function heading(simulated: Simulated, width: number, c: Colours): string[] {
  const result: SimulationResult = simulated.kind === 'comparison' ? simulated.comparison.first : simulated.kind === 'sweep' ? simulated.points[0]!.result : simulated.result;
  const { prospects, seed, treated, holdout, settings } = result;
  const name = simulated.kind === 'comparison' ? `${simulated.comparison.first.scenario} ${c.dim('against')} ${simulated.comparison.second.scenario}` : result.scenario;
  const set = Object.entries(settings).filter(([parameter]) => simulated.kind !== 'sweep' || parameter !== simulated.parameter);
  return [
    justified(` ${c.bold(c.cyan(name))} ${c.dim('· simulated')}`, `${c.dim('seed')} ${c.bold(String(seed))} `, width),
    ` ${count(prospects)} people: ${count(treated)} in the campaign, ${count(holdout)} held out${set.length === 0 ? '' : c.dim(` · ${set.map(([parameter, value]) => `${parameter} = ${value}`).join(', ')}`)}`,
  ];
}
