import { describe, expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { contentOf, NO_CONSENTS, samplePage } from '../../scenarios/content/index.ts';

/** Pages that ask for email, with an answer after which they do. */
const PAGES = [
  { type: 'win-back.v2', name: 'your-counter', facts: { monthsAway: 14, orders: 9, favourite: 'espresso' }, answer: { reason: 'price' } },
  { type: 'store-opening.v1', name: 'invitation', facts: { opening: '2027-03-12', store: 'lormoisy', storeDistance: 3.4, customer: 'no' }, answer: { slot: 'evening' } },
  { type: 'equipment-renewal.v1', name: 'service-visit', facts: { equipment: 'heat-pump', installedYear: 2014, serviceMonth: 3, agency: 'Aiguevance' }, answer: { wish: 'visit' } },
] as const;

function shown({ type, name }: Pick<(typeof PAGES)[number], 'type' | 'name'>, { facts, answered, locale, isGiven = false }: { facts: object; answered: boolean; locale: string; isGiven?: boolean }): string {
  const content = contentOf(type);
  const page = content.pages[name]!;
  const asked = (page.consents ?? []).map(({ medium, words }) => ({ medium, text: words[locale === 'fr-FR' ? 'fr' : 'en'] }));
  const consents = isGiven ? NO_CONSENTS : { asked, needsEmail: true, onItsWay: false };
  return renderToStaticMarkup(page.body(samplePage(content, name, { facts: { ...facts }, answered, locale, consents })));
}

describe.each(PAGES)('$type, page $name', ({ facts, answer, ...page }) => {
  test.each(['fr-FR', 'en-GB'])('asks for email once its reader has answered and while it was not given (%s)', (locale) => {
    const known = { ...facts, ...answer };
    expect(shown(page, { facts, answered: false, locale })).not.toContain('name="consent-email"');
    const thanks = shown(page, { facts: known, answered: true, locale });
    expect(thanks).toMatch(locale === 'fr-FR' ? /J’accepte de recevoir par e-mail [^<]* d’un clic\./ : /I agree to get [^<]* by email\. I may end it at any time, with one click\./);
    expect(thanks.match(/<input[^>]*name="consent-email"[^>]*>/)?.[0]).not.toContain('checked');
    expect(shown(page, { facts: known, answered: true, locale, isGiven: true })).not.toContain('consent');
  });
});

test('who no longer drinks coffee is asked for nothing more; who puts the service off may still like to be reminded', () => {
  const [counter, , service] = PAGES;
  const asks = (page: (typeof PAGES)[number], answer: object) => shown(page, { facts: { ...page.facts, ...answer }, answered: true, locale: 'en-GB' }).includes('name="consent-email"');
  expect([asks(counter, { reason: 'stopped' }), asks(service, { wish: 'later' })]).toEqual([false, true]);
});
