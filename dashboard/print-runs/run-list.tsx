import type { ListedRun } from '../../store/print-runs.ts';
import { inLanguage, type Place } from '../page/place.ts';
import { State, Table } from '../page/show-parts.tsx';
import { runWords, stateOf, toneOf } from './run-words.ts';

export const runPath = (id: string): string => `/print-runs/${encodeURIComponent(id)}`;

/** Print runs, newest cut-off first. */
export function RunList({ place, runs }: { place: Place; runs: readonly ListedRun[] }) {
  const words = inLanguage(place, runWords);
  const { count } = place.figures;
  return (
    <Table name={words.title} head={[[words.run], [words.state], [words.printed, true], [words.queued, true], [words.recalled, true], [words.printer]]}>
      {runs.map((run) => {
        const state = stateOf(run);
        return (
          <tr key={run.id} data-row={`${run.id} ${state}`}>
            <td className="id">
              <a href={runPath(run.id)}>{run.id.replace(/T(\d\d:\d\d):.*?Z/, ' $1')}</a>
            </td>
            <td>
              <State tone={toneOf(state)}>{words.states[state]}</State>
            </td>
            <td className="number">{count(run.printed)}</td>
            <td className="number">{count(run.queued)}</td>
            <td className="number">{count(run.recalled)}</td>
            <td>{run.printer}</td>
          </tr>
        );
      })}
    </Table>
  );
}
