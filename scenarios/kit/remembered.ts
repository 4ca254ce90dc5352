import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** Variants of one text that are remembered; a page seldom has more than a dozen. */
const MOST = 200;
const memory = new WeakMap<object, Map<string, { readonly __html: string }>>();

/**
 * Markup that is the same for many readers, rendered when it is first shown: pages are drawn at each visit, and most of a page is what all see. To be
 * given to an element as `dangerouslySetInnerHTML`.
 *
 * @param about the words it is made from: as long as they are there, it is remembered.
 * @param variant all else that it depends on; never what one reader alone has.
 * @example <section className="advice" dangerouslySetInnerHTML={remembered(words.advice, `${years}`, () => <Advice years={years} />)} />
 */
export function remembered(about: object, variant: string, render: () => ReactNode): { readonly __html: string } {
  let variants = memory.get(about);
  if (!variants) memory.set(about, (variants = new Map()));
  const known = variants.get(variant);
  if (known) return known;
  const markup = { __html: renderToStaticMarkup(render()) };
  if (variants.size < MOST) variants.set(variant, markup);
  return markup;
}
