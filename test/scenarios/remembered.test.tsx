import { expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { drawing, remembered } from '../../scenarios/kit/index.ts';

test('a drawing is what its SVG is', () => {
  const svg = (
    <svg viewBox="0 0 10 10" aria-label="a > b">
      <linearGradient id="dusk" />
      <circle cx="5" cy="5" r="4" strokeWidth="2" />
    </svg>
  );
  const Drawing = drawing(svg);
  expect(renderToStaticMarkup(<Drawing />)).toBe(renderToStaticMarkup(svg));
});

test('markup is rendered once for its words and variant, and again for others', () => {
  const words = { hello: 'Bonjour' };
  let rendered = 0;
  const hello = (about: typeof words, variant: string) =>
    remembered(about, variant, () => {
      rendered += 1;
      return <b>{`${about.hello} ${variant}`}</b>;
    }).__html;
  expect([hello(words, 'un'), hello(words, 'un'), hello(words, 'deux'), hello({ hello: 'Hello' }, 'un')]).toEqual(['<b>Bonjour un</b>', '<b>Bonjour un</b>', '<b>Bonjour deux</b>', '<b>Hello un</b>']);
  expect(rendered).toBe(3);
});

test('no more is remembered than a page has', () => {
  const words = {};
  for (let variant = 0; variant < 300; variant += 1) remembered(words, `${variant}`, () => variant);
  let rendered = false;
  remembered(words, '299', () => {
    rendered = true;
    return 299;
  });
  expect(rendered).toBe(true);
});
