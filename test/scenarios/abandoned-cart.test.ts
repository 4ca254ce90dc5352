import { describe, expect, test } from '@jest/globals';
import { content } from '../../scenarios/abandoned-cart/content.ts';
import { abandonedCartV1, savingOn } from '../../scenarios/abandoned-cart/v1.ts';
import { play } from '../../simulator/index.ts';
import { cardOf, linksOf, LOCALES, mail, page, UNSUBSCRIBE, unprintable } from './rendering.ts';

const facts = { cartValue: 1_249, category: 'town', product: 'Flâneuse 7', items: 3, store: 'Lormoisy' } as const;
const answer = [
  { after: '1 day', response: 'click', of: 'cart-kept', link: 'cart' },
  { after: '25 hours', response: 'reply', of: 'cart-kept', facts: { hesitation: 'size' } },
] as const;

describe('abandoned-cart v1, branch by branch', () => {
  test('a mail keeps the cart, a card brings the voucher, a mail says where it is', async () => {
    const { timeline, outcome } = await play(abandonedCartV1, { facts, on: [{ after: '12 days', response: 'scan', of: 'voucher-card' }] });
    expect(outcome).toBe('tempted');
    expect(timeline).toMatchInlineSnapshot(`
     [
       "day 0.0  sleep until day 0.2",
       "day 0.2  email cart-kept/1 sent",
       "day 0.2  wait 1 for cart-kept/1 click then reply until day 3.2",
       "day 3.2  wait 1 over: time is up",
       "day 3.2  print voucher-card/1 sent",
       "day 3.2  wait 2 for voucher-card/1 scan or voucher-card/1 visit until day 28.2",
       "day 12.0  scan of voucher-card/1 [human]",
       "day 12.0  wait 2 over: scan of voucher-card/1",
       "day 12.0  sleep until day 15.0",
       "day 15.0  email voucher-reminder/1 sent",
       "day 15.0  sleep until day 25.0",
       "day 25.0  ended: tempted (path)",
       "day 25.0  recall voucher-card/1: too-late",
     ]
    `);
  });

  test('what holds them back is answered by a mechanic, before any voucher', async () => {
    const { timeline, touches, outcome } = await play(abandonedCartV1, { facts: { ...facts, cartValue: 140, category: 'accessories' }, on: answer });
    expect(outcome).toBe('advised');
    expect(touches.at(-1)).toMatchObject({ message: 'helping-hand', props: { hesitation: 'size', store: 'Lormoisy' } });
    expect(timeline).toMatchInlineSnapshot(`
     [
       "day 0.0  sleep until day 0.2",
       "day 0.2  email cart-kept/1 sent",
       "day 0.2  wait 1 for cart-kept/1 click then reply until day 3.2",
       "day 1.0  click of cart-kept/1 [human]",
       "day 1.0  reply of cart-kept/1 [human]",
       "day 1.0  wait 1 over: click of cart-kept/1 and reply of cart-kept/1",
       "day 1.0  learned hesitation = size from personal-page",
       "day 1.0  email helping-hand/1 sent",
       "day 1.0  sleep until day 5.0",
       "day 5.0  sleep until day 12.0",
       "day 12.0  ended: advised (path)",
     ]
    `);
  });

  test('a click without an answer is no reason for advice', async () => {
    const { touches } = await play(abandonedCartV1, { facts, on: answer.slice(0, 1) });
    expect(touches.map(({ message }) => message)).toEqual(['cart-kept', 'voucher-card']);
  });

  test('a cart left in the evening is written about in the morning', async () => {
    const { timeline } = await play(abandonedCartV1, { facts, start: new Date('2026-11-02T18:30:00Z') });
    expect(timeline.slice(0, 4)).toMatchInlineSnapshot(`
     [
       "day 0.0  sleep until day 0.2",
       "day 0.2  cart-kept/1 held until day 0.6, when its window opens",
       "day 0.6  email cart-kept/1 sent",
       "day 0.6  wait 1 for cart-kept/1 click then reply until day 3.6",
     ]
    `);
  });

  test('who buys before the mail is left in peace', async () => {
    const { touches, outcome } = await play(abandonedCartV1, { facts, on: [{ after: '2 hours', response: 'purchase', order: 'G-7', amount: 1_249, currency: 'EUR' }] });
    expect(touches).toEqual([]);
    expect(outcome).toBe('converted');
  });

  test('who buys while the card waits for its print run saves its postage; a day later it is too late', async () => {
    const played = (after: '85 hours' | '5 days') => play(abandonedCartV1, { facts, on: [{ after, response: 'purchase', order: 'G-7', amount: 1_249, currency: 'EUR' }] });
    expect((await played('85 hours')).journal).toContainEqual(expect.objectContaining({ type: 'recalled', touch: 'voucher-card/1', result: 'recalled' }));
    expect((await played('5 days')).journal).toContainEqual(expect.objectContaining({ type: 'recalled', touch: 'voucher-card/1', result: 'too-late' }));
  });

  test('a small cart is not worth a card', async () => {
    const { touches, outcome } = await play(abandonedCartV1, { facts: { ...facts, cartValue: 90 } });
    expect(touches.map(({ message }) => message)).toEqual(['cart-kept']);
    expect(outcome).toBe('left');
    expect([249, 250, 799, 800, 1_999, 2_000].map(savingOn)).toEqual([0, 20, 20, 60, 60, 120]);
  });

  test('who takes no mails still gets the card, after no wait', async () => {
    const { timeline } = await play(abandonedCartV1, { facts, reachable: { email: false }, receipts: { 'cart-kept': { sent: false }, 'voucher-reminder': { sent: false } } });
    expect(timeline.slice(0, 5)).toMatchInlineSnapshot(`
     [
       "day 0.0  sleep until day 0.2",
       "day 0.2  email cart-kept/1 not sent: no-consent",
       "day 0.2  wait 1 for cart-kept/1 click then reply until day 3.2",
       "day 0.2  wait 1 over: nothing was sent that could be answered",
       "day 0.2  print voucher-card/1 sent",
     ]
    `);
  });

  test.each(['unsubscribe', 'returned', 'complained'] as const)('%s ends it', async (response) => {
    expect((await play(abandonedCartV1, { facts, on: [{ after: '9 days', response }] })).outcome).toBe(response);
  });
});

describe('what people read', () => {
  const hesitations = ['price', 'size', 'delivery', 'thinking'].map((hesitation) => ({ message: 'helping-hand', props: { hesitation } }));
  const carts = ['town', 'touring', 'cargo', 'children', 'accessories'].flatMap((category) => [1, 2, 3].map((items) => ({ message: 'cart-kept', props: { category, items } })));
  const mails = [...hesitations, ...carts, { message: 'voucher-reminder', props: {} }].flatMap((shown) => LOCALES.map((locale) => ({ ...shown, locale })));

  test.each(mails)('$message $props $locale is small, and links to nothing but what is tracked', (shown) => {
    const { html, text, subject } = mail(content, shown);
    const tracked = [...Object.values(linksOf(content, shown.message)), UNSUBSCRIBE].sort();
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href).sort()).toEqual(tracked);
    expect(html).not.toMatch(/<img|src=|url\(|@import/);
    expect(html.length).toBeLessThan(100_000);
    expect(subject.length).toBeLessThan(60);
    expect(`${subject}${text}`).not.toMatch(/undefined|null|\[object|NaN/);
  });

  test('the first mail', () => {
    const { subject, text } = mail(content, { message: 'cart-kept' });
    expect(`${subject}\n\n${text}`).toMatchInlineSnapshot(`
     "Votre panier est à l’abri

     Cycles Guidonel

     Votre panier est à l’abri

     Bonjour Élodie,

     Vous avez laissé chez nous « Flâneuse 7 » et 2 autres articles. Nous avons
     rentré le tout à l’atelier, une couverture dessus. Rien ne presse.

     Un vélo de ville se choisit comme une paire de chaussures : à sa taille, et
     pour le chemin de tous les jours.

     Quelque chose vous retient ? Dites-le-nous d’un clic, sur la page de votre
     panier. C’est un mécano qui répond, pas un robot.

     Revoir mon panier <https://parcours.example/c/CART222222>

     Bien à vous,
     L’atelier des Cycles Guidonel

     Vous recevez ce message car vous avez laissé un panier chez Cycles Guidonel et
     accepté que nous vous écrivions.
     Ne plus recevoir ces messages <https://parcours.example/u/UNSUBSCR23>

     Cycles Guidonel SAS, 3 quai des Rémouleurs, 00510 Lormoisy
     "
    `);
  });

  test('every card can be printed, for the longest name', async () => {
    const cards = ['town', 'touring', 'cargo', 'children', 'accessories'].flatMap((category) =>
      [20, 60, 120].flatMap((saving) => LOCALES.map((locale) => ({ message: 'voucher-card', props: { category, saving }, locale }))),
    );
    expect(await unprintable(content, cards)).toEqual([]);
  });

  test('the card', () => {
    const { front, back } = cardOf(content, { message: 'voucher-card' });
    expect([front.headline, front.subline, front.badge, back.headline, back.salutation, ...back.paragraphs, back.callToAction, back.smallPrint]).toMatchInlineSnapshot(`
     [
       "Il connaît déjà le chemin du bureau.",
       "Votre panier vous attend à l’atelier, avec 60 € de moins dessus.",
       "−60 €
     sur votre panier",
       "Votre panier est toujours là.",
       "Chère Madame de La Rochefoucauld-Beaulieu,",
       "Vous l’avez laissé chez nous l’autre jour. Nous l’avons rentré à l’atelier et y avons accroché un bon.",
       "Il ôte 60 € de votre commande, en ligne ou au magasin, montage et réglage compris.",
       "Scannez et retrouvez votre panier",
       "60 € TTC déduits du panier que vous avez laissé, une fois, dans les 30 jours qui suivent la réception de cette carte. Votre adresse vient de notre fichier de clients et contacts. Pour vous opposer à nos courriers : votre page personnelle ou atelier@guidonel.example.",
     ]
    `);
  });

  test.each(LOCALES)('the cart’s page asks once what holds them back (%s)', (locale) => {
    const asking = page(content, 'your-cart', { facts, locale });
    expect(asking).toContain('Flâneuse 7');
    expect([...asking.matchAll(/name="hesitation" value="(\w+)"/g)].map(([, value]) => value)).toEqual(['price', 'size', 'delivery', 'thinking']);
    expect(asking).toContain('name="form" value="form-0001"');
    expect(page(content, 'your-cart', { facts: { ...facts, hesitation: 'size' }, locale, answered: true })).not.toContain('<form');
    // The voucher comes by card only.
    expect(asking).not.toContain('7KQ9X-M2PAB');
  });

  test.each(LOCALES)('the voucher’s page gives the code and what is left to pay (%s)', (locale) => {
    const html = page(content, 'your-voucher', { facts, locale }).replace(/[\s\u202f\u00a0]/g, ' ');
    expect(html).toContain('7KQ9X-M2PAB');
    expect(html).toMatch(locale === 'fr-FR' ? /60 € de moins.*1 189 €/ : /€60 off.*€1,189/);
    expect(html).toContain(UNSUBSCRIBE);
  });
});
