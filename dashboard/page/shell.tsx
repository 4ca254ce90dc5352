import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Language } from '../language/language.ts';
import { BrandMark, ICON } from './brand.tsx';
import { FormToken } from './form.tsx';
import { inLanguage, withQuery, type Place, type Said } from './place.ts';
import { saidWords, shellWords } from './shell-words.ts';

export interface PageToRender {
  readonly title: string;
  readonly children: ReactNode;
  /** Where the page hears that something has changed, and how things stood when it was made: empty when it does not show all of that, so that it is asked for again. One that is not live has none. */
  readonly live?: { readonly from: string; readonly pulse: string } | undefined;
}

/** A page of the dashboard, for somebody who is signed in. */
export function renderPage(place: Place, { title, children, live }: PageToRender): string {
  const words = inLanguage(place, shellWords);
  return html(
    place.language,
    title,
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <Top place={place} isLive={live !== undefined} />
      <main id="main" tabIndex={-1} {...(live ? { 'data-stream': live.from, 'data-pulse': live.pulse } : {})}>
        {place.said && <Notice place={place} said={place.said} />}
        {children}
      </main>
    </>,
  );
}

/** The frame of any page: `body` is all that is in it. */
export function html(language: Language, title: string, body: ReactNode, head?: ReactNode): string {
  return `<!doctype html>${renderToStaticMarkup(
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no" />
        <title>{`${title} · Parcours`}</title>
        <link rel="icon" href={ICON} />
        <link rel="preload" href="/assets/inter-400.woff2" as="font" type="font/woff2" crossOrigin="" />
        <link rel="stylesheet" href="/assets/dashboard.css" />
        <script src="/assets/dashboard.js" defer />
        {head}
      </head>
      <body>{body}</body>
    </html>,
  )}`;
}

/** Where the head leads, in its order. */
const SECTIONS = { campaigns: '/campaigns', events: '/events', printRuns: '/print-runs', people: '/people', record: '/record' } as const;

function Top({ place, isLive }: { place: Place; isLive: boolean }) {
  const words = inLanguage(place, shellWords);
  const { path, toApprove } = place;
  const here = (to: string) => (path === to || path.startsWith(`${to}/`) || path.startsWith(`${to}?`) ? 'page' : undefined);
  return (
    <header className="top">
      <div className="ways">
        <a className="brand" href="/campaigns">
          <BrandMark />
          Parcours
        </a>
        <nav className="main-nav" aria-label={words.sections}>
          {(Object.keys(SECTIONS) as (keyof typeof SECTIONS)[]).map((name) => (
            <a key={name} href={SECTIONS[name]} aria-current={here(SECTIONS[name])}>
              {words[name]}
              {name === 'printRuns' && toApprove > 0 && (
                <span className="badge" title={words.toApprove(toApprove)}>
                  {toApprove}
                </span>
              )}
            </a>
          ))}
        </nav>
        <div className="who">
          {isLive && (
            <p className="live" role="status" data-words={JSON.stringify(words.live)}>
              <span className="dot" aria-hidden="true" />
              <span data-said="">{words.live.still}</span>
            </p>
          )}
          <LanguageSwitch language={place.language} path={path} />
          <details className="menu" id="menu-operator">
            <summary>
              <span className="initial" aria-hidden="true">
                {place.signedIn.operator.slice(0, 1).toUpperCase()}
              </span>
              <span className="name">{place.signedIn.operator}</span>
            </summary>
            <form method="post" action="/sign-out">
              <FormToken place={place} />
              <button type="submit" className="plain">
                {words.signOut}
              </button>
            </form>
          </details>
        </div>
      </div>
    </header>
  );
}

/** The other language, called by its own name. */
export function LanguageSwitch({ language, path }: { language: Language; path: string }) {
  const other = language === 'fr' ? 'en' : 'fr';
  return (
    <a className="language" href={withQuery(path, { lang: other })} lang={other} hrefLang={other}>
      {other === 'fr' ? 'Français' : 'English'}
    </a>
  );
}

function Notice({ place, said: { kind, about, detail } }: { place: Place; said: Said }) {
  const words = inLanguage(place, saidWords);
  return (
    <div className={`notice ${kind}`} role={kind === 'done' ? 'status' : 'alert'}>
      <p>{kind === 'done' ? (words.done[about as keyof typeof words.done] ?? words.done.other) : words[kind]}</p>
      {detail !== undefined && <p className="quiet">{detail}</p>}
    </div>
  );
}
