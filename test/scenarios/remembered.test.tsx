import { expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { contentOf, samplePage } from '../../scenarios/content/index.ts';
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

test('no more is remembered than a page has: what was shown longest ago makes room', () => {
  const words = {};
  const rendered: string[] = [];
  const show = (variant: string) =>
    remembered(words, variant, () => {
      rendered.push(variant);
      return variant;
    });
  for (let variant = 0; variant < 200; variant += 1) show(`${variant}`);
  show('0');
  show('one more');
  rendered.splice(0);
  for (const variant of ['0', '199', 'one more', '1']) show(variant);
  expect(rendered).toEqual(['1']);
});

test('what one reader alone has is put in at each visit, as text, and never remembered', () => {
  const words = { hello: 'Bonjour' };
  let rendered = 0;
  const greeting = (name: string, action: string) =>
    remembered(
      words,
      'greeting',
      (own) => {
        rendered += 1;
        return (
          <form action={own.action}>
            {words.hello} {own.name}
          </form>
        );
      },
      { name, action },
    ).__html;
  expect([greeting('Zoé', '/p/zoe'), greeting('<b>"Tom" & \'Co\'</b>', '/p/x?a=1&b="'), greeting('action', '/p/a')]).toEqual([
    '<form action="/p/zoe">Bonjour Zoé</form>',
    '<form action="/p/x?a=1&amp;b=&quot;">Bonjour &lt;b&gt;&quot;Tom&quot; &amp; &#x27;Co&#x27;&lt;/b&gt;</form>',
    '<form action="/p/a">Bonjour action</form>',
  ]);
  expect(rendered).toBe(1);
});

test('the boiler check is the same whoever opened it before, and shows each reader what is theirs', () => {
  const readers = [undefined, 1, 9, 16].flatMap((boilerAge) =>
    (['gas', 'oil'] as const).flatMap((energy) => [null, 'Zoé', 'Tom'].map((firstName, index) => ({ facts: { ...(boilerAge === undefined ? {} : { boilerAge }), energy }, firstName, id: `${boilerAge}-${energy}-${index}` }))),
  );
  const html = ({ facts, firstName, id }: (typeof readers)[number]) => {
    const page = pages['boiler-check']!;
    return renderToStaticMarkup(page.body(samplePage({ facts: schema, pages }, 'boiler-check', { facts, person: { title: null, firstName, lastName: null }, locale: 'fr-FR', action: `/p/${id}`, formId: `form-${id}`, unsubscribe: `/u/${id}` })));
  };
  const { pages, facts: schema } = contentOf('boiler-renewal.v3');
  const shown = readers.map(html);
  expect([...readers].reverse().map(html).reverse()).toEqual(shown);
  for (const [index, { firstName, id, facts }] of readers.entries()) {
    const page = shown[index]!;
    expect([...page.matchAll(/(?:action|value|href)="([^"]*\d?-?(?:gas|oil)-\d)"/g)].map(([, value]) => value)).toEqual([`/p/${id}`, `form-${id}`, `/u/${id}`]);
    expect(page).toContain(firstName === null ? '<h1>Bonjour,</h1>' : `<h1>Bonjour ${firstName},</h1>`);
    expect(page).toContain(facts.energy === 'gas' ? 'Votre chaudière au gaz' : 'Votre chaudière au fioul');
    expect(page.includes('class="gauge"')).toBe('boilerAge' in facts);
  }
  // A form that comes back is drawn anew.
  const corrected = renderToStaticMarkup(pages['boiler-check']!.body(samplePage({ facts: schema, pages }, 'boiler-check', { facts: { boilerAge: 16, energy: 'gas' }, locale: 'fr-FR', given: { horizon: 'now' }, problems: { interest: 'Choisissez une réponse.' } })));
  expect(corrected).toContain('Choisissez une réponse.');
});
