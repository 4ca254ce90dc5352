import type { FoundPerson } from '../../store/prospect-record.ts';
import { FormToken } from '../page/form.tsx';
import { PageHead } from '../page/page-head.tsx';
import { inLanguage, type Place } from '../page/place.ts';
import type { PageToRender } from '../page/shell.tsx';
import { personWords } from './person-words.ts';

/** @param found undefined before anything was searched */
export function searchPage(place: Place, { words: asked, found }: { words: string; found: readonly FoundPerson[] | undefined }): PageToRender {
  const words = inLanguage(place, personWords);
  return {
    title: words.people,
    children: (
      <>
        <PageHead title={words.search} note={words.searchNote} />
        <form className="filters" method="post" action="/people" role="search">
          <FormToken place={place} />
          <label className="long">
            {words.searchLabel}
            <input type="search" name="q" defaultValue={asked} maxLength={120} autoComplete="off" spellCheck={false} autoFocus />
          </label>
          <button type="submit">{words.searchGo}</button>
        </form>
        {found && (
          <div className="card">
            {found.length === 0 ? (
              <p className="empty">{words.foundNone}</p>
            ) : (
              <>
                <h2>{words.found(place.figures.count(found.length))}</h2>
                <ul className="list tight">
                  {found.map(({ id, name, city }) => (
                    <li key={id}>
                      <a href={`/people/${encodeURIComponent(id)}`}>{name || id}</a> <span className="quiet">{[id, city].filter(Boolean).join(' · ')}</span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        )}
      </>
    ),
  };
}
