import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { escaped } from './escaped.ts';

/** What one reader alone has, by name: a name, an address. */
type Own = Readonly<Record<string, string>>;
type Markup = { readonly __html: string };

/** Variants of one text that are remembered; a page seldom has more than a dozen. */
const MOST = 200;
/** Markup in pieces: text that all see, and between two texts the name of what is one reader's own. */
const memory = new WeakMap<object, Map<string, readonly string[]>>();
/** Stands in the markup where something of the reader's own goes: symbols for private use, which no text has. */
const mark = (name: string) => `\uE000${name}\uE000`;

/**
 * Markup that is the same for many readers, rendered when it is first shown: pages are drawn at each visit, and most of a page is what all see. To be
 * given to an element as `dangerouslySetInnerHTML`.
 *
 * @param about the words it is made from: as long as they are there, it is remembered.
 * @param variant all else that it depends on; never what one reader alone has.
 * @param render draws it; where something of the reader's own goes it is given a mark, to be set as a whole text or attribute and looked at no further.
 * @param own what this reader alone has: escaped, and put in at each visit.
 * @example <section className="advice" dangerouslySetInnerHTML={remembered(words.advice, `${years}`, () => <Advice years={years} />)} />
 * @example <h1 dangerouslySetInnerHTML={remembered(words, 'greeting', ({ name }) => words.greeting(name), { name: 'Élodie' })} />
 */
export function remembered<const Given extends Own = Record<never, string>>(about: object, variant: string, render: (own: Given) => ReactNode, own?: Given): Markup {
  const pieces = piecesOf(about, variant, () => render(marked(own)));
  return { __html: pieces.length === 1 ? pieces[0]! : pieces.map((piece, index) => (index % 2 === 0 ? piece : escaped(own![piece]!))).join('') };
}

function piecesOf(about: object, variant: string, render: () => ReactNode): readonly string[] {
  let variants = memory.get(about);
  if (!variants) memory.set(about, (variants = new Map()));
  const known = variants.get(variant);
  if (known) return known;
  const pieces = renderToStaticMarkup(render()).split('\uE000');
  if (variants.size < MOST) variants.set(variant, pieces);
  return pieces;
}

function marked<Given extends Own>(own: Given | undefined): Given {
  return Object.fromEntries(Object.keys(own ?? {}).map((name) => [name, mark(name)])) as Given;
}
