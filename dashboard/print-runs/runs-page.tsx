import type { ListedRun } from '../../store/print-runs.ts';
import { PageHead } from '../page/page-head.tsx';
import { inLanguage, type Place } from '../page/place.ts';
import { LivePart } from '../page/show-parts.tsx';
import type { PageToRender } from '../page/shell.tsx';
import { RunList } from './run-list.tsx';
import { runWords } from './run-words.ts';

export function runsPage(place: Place, { runs, pulse }: { runs: readonly ListedRun[]; pulse: string }): PageToRender {
  const words = inLanguage(place, runWords);
  return {
    title: words.title,
    live: { from: '/live', pulse },
    children: (
      <>
        <PageHead title={words.title} note={words.note} />
        <LivePart name="runs">
          <div className="card">{runs.length === 0 ? <p className="empty">{words.none}</p> : <RunList place={place} runs={runs} />}</div>
        </LivePart>
      </>
    ),
  };
}
