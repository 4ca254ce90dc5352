import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { BrandMark, ICON } from '../../../dashboard/page/brand.tsx';
import type { Item, Problem, Version } from '../question.ts';
import { carried, placeOf, queryOf, type View } from '../view.ts';
import { KindIcon, nameOfKind } from './icons.tsx';

/** Where in the preview a page is. */
export interface Place {
  readonly versions: readonly Version[];
  readonly type: string;
  readonly items: readonly Item[];
  /** None on the overview. */
  readonly item?: Item | undefined;
  readonly view: View;
  /** Why the scenarios as they stand can't be loaded. */
  readonly problem?: Problem | undefined;
  /** Of the server's life: a page of an earlier one loads itself anew. */
  readonly life: string;
}

/** A page of the preview. */
export function page(title: string, place: Place, children: ReactNode): string {
  return `<!doctype html>${renderToStaticMarkup(
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · Parcours preview`}</title>
        <link rel="icon" href={ICON} />
        <link rel="preload" href="/assets/inter-400.woff2" as="font" type="font/woff2" crossOrigin="" />
        <link rel="stylesheet" href="/assets/preview.css" />
        <script src="/assets/preview.js" defer data-life={place.life} />
      </head>
      <body>
        <a className="skip" href="#main">
          Skip to what is shown
        </a>
        <Top place={place} />
        {place.problem && <Banner problem={place.problem} />}
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </body>
    </html>,
  )}`;
}

function Top({ place: { versions, type, items, item, view } }: { place: Place }) {
  const query = queryOf(carried(view));
  const shown = versions.find((one) => one.type === type);
  const newest = versions.filter((one, index) => versions.findIndex(({ scenario }) => scenario === one.scenario) === index);
  const others = versions.filter(({ scenario }) => scenario === shown?.scenario);
  return (
    <header className="top">
      <div className="ways">
        <a className="brand" href={`/${query}`} aria-label="Parcours preview, first scenario">
          <BrandMark />
          Parcours
        </a>
        <details className="menu">
          <summary>{shown ? shown.scenario : 'Scenarios'}</summary>
          <nav aria-label="Scenarios">
            {newest.map((one) => (
              <a key={one.type} href={`/${one.type}${query}`} aria-current={one.scenario === shown?.scenario ? 'true' : undefined}>
                {one.scenario}
              </a>
            ))}
          </nav>
        </details>
        {others.length > 1 && (
          <nav className="segments small" aria-label="Versions">
            {others.map((one) => (
              <a key={one.type} href={`/${one.type}${query}`} aria-current={one.type === type ? 'true' : undefined}>
                v{one.version}
              </a>
            ))}
          </nav>
        )}
        <p className="live" role="status">
          <span className="dot" aria-hidden="true" />
          <span data-live="">Reload by hand</span>
        </p>
      </div>
      {items.length > 0 && (
        <nav className="strip" aria-label="Messages and pages">
          <a href={`/${type}${query}`} aria-current={item ? undefined : 'page'}>
            <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
              <path d="M3 3h6v6H3zM11 3h6v6h-6zM3 11h6v6H3zM11 11h6v6h-6z" />
            </svg>
            All
          </a>
          {items.map((one) => (
            <a key={`${one.kind} ${one.name}`} href={`${placeOf(type, one)}${query}`} aria-current={one === item ? 'page' : undefined} title={nameOfKind(one)}>
              <KindIcon {...one} />
              {one.name}
            </a>
          ))}
        </nav>
      )}
    </header>
  );
}

function Banner({ problem }: { problem: Problem }) {
  return (
    <div className="banner" role="alert">
      <strong>The scenarios don’t load as they stand.</strong> What you see is how they were before.
      <ProblemText problem={problem} />
    </div>
  );
}

export function ProblemText({ problem: { message, place } }: { problem: Problem }) {
  return (
    <>
      <pre className="said" tabIndex={0} role="region" aria-label="Error message">{message}</pre>
      {place && <p className="place">{place}</p>}
    </>
  );
}

/** In place of what can't be shown. */
export function Failure({ problem }: { problem: Problem }) {
  return (
    <div className="stage">
      <div className="failure" role="alert">
        <h2>This can’t be shown</h2>
        <ProblemText problem={problem} />
      </div>
    </div>
  );
}
