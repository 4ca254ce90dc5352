import type { ComponentProps, ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/**
 * A drawing that is the same for every reader: what is in it is rendered once, not at each request.
 *
 * @example
 * export const Sun = drawing(<svg viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="4" /></svg>);
 */
export function drawing(svg: ReactElement<ComponentProps<'svg'>>): () => ReactElement {
  const { children: _, ...props } = svg.props;
  // As a whole: which names are right depends on the element around them.
  const whole = renderToStaticMarkup(svg);
  const markup = { __html: whole.slice(whole.indexOf('>') + 1, -'</svg>'.length) };
  return () => <svg {...props} dangerouslySetInnerHTML={markup} />;
}
