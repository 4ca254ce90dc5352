import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { escaped } from './escaped.ts';
import { madeOnce, marked, merged, piecesOf } from './merge.ts';

/** What one reader alone has, by name: a name, an address. */
type Own = Readonly<Record<string, string>>;
type Markup = { readonly __html: string };

/**
 * Markup that is the same for many readers, rendered when it is first shown: pages are drawn at each visit, and most of a page is what all see. To be
 * given to an element as `dangerouslySetInnerHTML`.
 *
 * @param about the words it is made from: as long as they are there, it is remembered.
 * @param variant all else that it depends on; never what one reader alone has.
 * @param render draws it; where something of the reader's own goes it is given a mark, to be set as a whole text or attribute and looked at no further: where a mark does not come out whole, it is drawn at each visit.
 * @param own what this reader alone has: escaped, and put in at each visit.
 * @example <section className="advice" dangerouslySetInnerHTML={remembered(words.advice, `${years}`, () => <Advice years={years} />)} />
 * @example <h1 dangerouslySetInnerHTML={remembered(words, 'greeting', ({ name }) => words.greeting(name), { name: 'Élodie' })} />
 */
export function remembered<const Given extends Own = Record<never, string>>(about: object, variant: string, render: (own: Given) => ReactNode, own = {} as Given): Markup {
  const pieces = madeOnce(about, variant, () => piecesOf(renderToStaticMarkup(render(marked(own))), new Set(Object.keys(own))) ?? null);
  return { __html: pieces ? merged(pieces, (name) => escaped(own[name]!)) : renderToStaticMarkup(render(own)) };
}
