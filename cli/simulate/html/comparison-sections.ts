import type { Comparison, Difference } from '../../../simulator/index.ts';
import { count, euros, percent } from '../../report/figures.ts';
import { MEASURE_WORDS } from '../comparison-lines.ts';
import { escaped, figure, section, table } from './markup.ts';
import { differenceChart } from './other-charts.ts';

export const comparisonTitle = ({ first, second }: Comparison): string => `${first.scenario} against ${second.scenario}`;

/** Two versions on the same people. */
export function comparisonSections({ first, second, measures, outcomes, changed, treated }: Comparison): string {
  const named = measures.map(({ measure, ...difference }) => ({ name: MEASURE_WORDS[measure].name, write: MEASURE_WORDS[measure].write, ...difference }));
  return `<div class="figures">
${figure(percent(treated === 0 ? 0 : changed / treated), `of the journeys came out otherwise: ${count(changed)}`)}
${figure(`${count(first.conversions)} → ${count(second.conversions)}`, 'conversions')}
${figure(`${euros(first.spend)} → ${euros(second.spend)}`, 'spent')}
</div>
<div class="grid">
${changed === 0 ? section({ title: 'No difference', body: '<span class="good">Not one journey came out otherwise: the two do the same to these people.</span>', wide: true }) : section({ title: 'What differs', remark: `In parts of ${first.scenario}'s figure, with 95 % intervals; grey where zero lies inside.`, body: differenceChart(named), wide: true })}
${section({ title: 'A person', remark: 'Each person is compared with themselves, under the same random numbers. Shares differ by percentage points.', body: differences(first.scenario, second.scenario, named), wide: true })}
${section({ title: 'How journeys end', body: differences(first.scenario, second.scenario, outcomes.map(({ outcome, ...difference }) => ({ name: outcome, write: MEASURE_WORDS.conversion.write, ...difference }))), wide: true })}
</div>`;
}

type Row = Omit<Difference, 'measure'> & { readonly name: string; readonly write: (value: number) => string };

function differences(first: string, second: string, rows: readonly Row[]): string {
  const signed = (value: number, write: Row['write']) => `${value > 0 ? '+' : ''}${write(value)}`;
  return table(
    ['', first, second, 'difference', '95 % interval'],
    rows.map(({ name, write, first: one, second: other, difference, low, high, isClear }) => ({
      ...(isClear ? { kind: 'clear' } : {}),
      cells: [escaped(name), write(one), write(other), signed(difference, write), difference === 0 && low === high ? 'exactly the same' : `${signed(low, write)} to ${signed(high, write)}`],
    })),
  );
}
