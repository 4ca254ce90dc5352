import type { RecordedAct } from '../../store/operator-acts.ts';
import { inLanguage, type Place } from '../page/place.ts';
import { actWords, type ActWord } from './act-words.ts';

/** Who did what, latest first. */
export function ActList({ acts, place }: { acts: readonly RecordedAct[]; place: Place }) {
  const words = inLanguage(place, actWords);
  const { failed } = inLanguage(place, WORDS);
  return (
    <ol className="feed">
      {acts.map(({ id, operator, act, campaignId, prospectId, details = {}, problem, at }) => {
        const about = [campaignId, ...Object.entries(details).map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') || '–' : typeof value === 'object' ? JSON.stringify(value) : String(value)}`)].filter((text) => text !== undefined);
        return (
          <li key={id} data-row={id}>
            <time dateTime={at.toISOString()}>{place.figures.dateTime(at)}</time>
            <p>
              <b>{operator}</b> {words[act as ActWord] ?? act} {prospectId !== undefined && <a href={`/people/${encodeURIComponent(prospectId)}`}>{prospectId}</a>}
            </p>
            {(about.length > 0 || problem !== undefined) && <p className="quiet">{[...about, ...(problem === undefined ? [] : [`${failed} ${problem}`])].join(' · ')}</p>}
          </li>
        );
      })}
    </ol>
  );
}

const WORDS = { en: { failed: 'It was not done:' }, fr: { failed: 'Cela n’a pas été fait :' } };
