import type { Check, Item, Mail, Reply } from '../question.ts';
import { carried, placeOf, queryOf } from '../view.ts';
import { KindIcon, Mark, nameOfKind } from './icons.tsx';
import { page, type Place } from './shell.tsx';

/** What is shown of a thing on the overview. */
export interface Tile {
  readonly item: Item;
  /** Of mails alone: what is light enough to be asked for all at once. */
  readonly mail?: Reply<Mail> | undefined;
}

/** Everything of a scenario at a glance. */
export function board(place: Place, tiles: readonly Tile[]): string {
  const { type } = place;
  return page(
    type,
    place,
    <div className="board">
      <div className="head">
        <h1>{type.replace(/\.v\d+$/, '')}</h1>
        <Languages place={place} />
      </div>
      <ul className="tiles">
        {tiles.map((tile) => (
          <TileView key={`${tile.item.kind} ${tile.item.name}`} tile={tile} place={place} />
        ))}
      </ul>
    </div>,
  );
}

function Languages({ place: { view, type } }: { place: Place }) {
  return (
    <nav className="segments" aria-label="Language">
      {(['fr', 'en'] as const).map((lang) => (
        <a key={lang} href={`/${type}${queryOf({ ...carried(view), lang })}`} aria-current={view.lang === lang ? 'true' : undefined}>
          {lang.toUpperCase()}
        </a>
      ))}
    </nav>
  );
}

function TileView({ tile: { item, mail }, place: { type, view } }: { tile: Tile; place: Place }) {
  const [path, query] = [placeOf(type, item), queryOf({ ...carried(view), variant: item.variants[0] })];
  const shape = item.kind === 'mail' ? 'letter' : item.kind === 'card' || item.kind === 'leaflet' ? 'paper' : 'hand';
  return (
    <li className={`tile ${shape}`}>
      <div className="thumb">
        {shape === 'paper' ? (
          [0, 1].map((side) => (
            <div key={side} className="trim">
              <img src={`/picture${path}/${side}${query}`} alt="" />
            </div>
          ))
        ) : mail && 'problem' in mail ? (
          <p className="broken">{mail.problem.message}</p>
        ) : (
          <iframe src={`/frame${path}${query}`} sandbox="" title={`${item.name}, small`} tabIndex={-1} aria-hidden="true" />
        )}
      </div>
      <p className="caption">
        <KindIcon {...item} />
        <a href={`${path}${query}`}>{item.name}</a>
        {mail && <Mark state={'problem' in mail ? 'bad' : worst(mail.value.checks)} />}
      </p>
      <p className="quiet">{[mail && 'value' in mail ? mail.value.subject : nameOfKind(item), item.variants.length > 1 ? `${item.variants.length} variants` : ''].filter(Boolean).join(' · ')}</p>
    </li>
  );
}

export function worst(checks: readonly Check[]): Check['state'] {
  return (['bad', 'warn'] as const).find((state) => checks.some((check) => check.state === state)) ?? 'good';
}
