import { describe, expect, test } from '@jest/globals';
import { content } from '../../scenarios/win-back/content.ts';
import { winBackV1 } from '../../scenarios/win-back/v1.ts';
import { play } from '../../simulator/index.ts';
import { cardOf, designedOf, linksOf, LOCALES, mail, page, UNSUBSCRIBE, unprintable } from './rendering.ts';

const facts = { monthsAway: 14, orders: 5, favourite: 'espresso' } as const;
const click = { after: '1 day', response: 'click', of: 'come-back-mail', link: 'counter' } as const;

describe('win-back v1, branch by branch', () => {
  test('a mail with an offer, an answer to what they tell us, a last card with the same offer', async () => {
    const { timeline, touches, outcome } = await play(winBackV1, {
      facts,
      receipts: { 'come-back-mail': { variant: 'discount' } },
      on: [click, { after: '25 hours', response: 'reply', of: 'come-back-mail', facts: { reason: 'taste' } }, { after: '35 days', response: 'scan', of: 'last-card' }],
    });
    expect(outcome).toBe('woken');
    expect(touches[0]).toMatchObject({ message: 'come-back-mail', choose: ['gift', 'discount'] });
    expect(touches.at(-1)).toMatchObject({ message: 'last-card', props: { offer: 'discount', favourite: 'espresso' } });
    expect(timeline).toMatchInlineSnapshot(`
     [
       "day 0.0  email come-back-mail/1 sent (variant discount)",
       "day 0.0  wait 1 for come-back-mail/1 click until day 12.0",
       "day 1.0  click of come-back-mail/1 [human]",
       "day 1.0  wait 1 over: click of come-back-mail/1",
       "day 1.0  wait 2 for reply until day 2.0",
       "day 1.0  reply of come-back-mail/1 [human]",
       "day 1.0  wait 2 over: reply of come-back-mail/1",
       "day 1.0  learned reason = taste from personal-page",
       "day 1.0  email your-way/1 sent",
       "day 1.0  sleep until day 21.0",
       "day 21.0  print last-card/1 sent",
       "day 21.0  wait 3 for last-card/1 scan or last-card/1 visit until day 53.0",
       "day 35.0  scan of last-card/1 [human]",
       "day 35.0  wait 3 over: scan of last-card/1",
       "day 35.0  ended: woken (path)",
     ]
    `);
  });

  test('silence brings one last card to those who were at home here', async () => {
    const { timeline, outcome } = await play(winBackV1, { facts });
    expect(outcome).toBe('silent');
    expect(timeline).toMatchInlineSnapshot(`
     [
       "day 0.0  email come-back-mail/1 sent (variant gift)",
       "day 0.0  wait 1 for come-back-mail/1 click until day 12.0",
       "day 12.0  wait 1 over: time is up",
       "day 12.0  sleep until day 32.0",
       "day 32.0  print last-card/1 sent",
       "day 32.0  wait 2 for last-card/1 scan or last-card/1 visit until day 64.0",
       "day 64.0  wait 2 over: time is up",
       "day 64.0  ended: silent (path)",
     ]
    `);
  });

  test('who ordered once or twice gets no second word', async () => {
    const { touches, outcome } = await play(winBackV1, { facts: { ...facts, orders: 2 } });
    expect(touches.map(({ message }) => message)).toEqual(['come-back-mail']);
    expect(outcome).toBe('silent');
  });

  test('who no longer drinks coffee is left in peace at once', async () => {
    const { timeline, touches, outcome } = await play(winBackV1, {
      facts,
      on: [click, { after: '25 hours', response: 'reply', of: 'come-back-mail', facts: { reason: 'stopped' } }],
    });
    expect(outcome).toBe('stopped');
    expect(touches).toHaveLength(1);
    expect(timeline.at(-1)).toMatch(/^day 1\.0/);
  });

  test('who takes no mails is invited by a card, and both cards carry one offer', async () => {
    const { touches, outcome } = await play(winBackV1, {
      facts,
      reachable: { email: false },
      receipts: { 'come-back-card': { variant: 'discount' } },
      on: [{ after: '10 days', response: 'visit', of: 'come-back-card' }],
    });
    expect(touches.map(({ message, choose, props }) => [message, choose ?? (props as { offer: string }).offer])).toEqual([
      ['come-back-card', ['gift', 'discount']],
      ['last-card', 'discount'],
    ]);
    expect(outcome).toBe('curious');
  });

  test('mails wait for the morning, and for Monday', async () => {
    const { timeline } = await play(winBackV1, { facts, start: new Date('2026-11-07T21:00:00Z') });
    expect(timeline.slice(0, 2)).toMatchInlineSnapshot(`
     [
       "day 0.0  come-back-mail/1 held until day 1.4, when its window opens",
       "day 1.4  email come-back-mail/1 sent (variant gift)",
     ]
    `);
  });

  test('and the 11th of November is no day for mails', async () => {
    const { touches, journal } = await play(winBackV1, { facts, start: new Date('2026-11-11T09:00:00Z') });
    expect(touches[0]!.message).toBe('come-back-mail');
    expect(journal[0]).toMatchObject({ type: 'held', until: Date.parse('2026-11-12T07:30:00Z') });
  });

  test.each([
    ['purchase', 'converted'],
    ['redeem', 'converted'],
    ['unsubscribe', 'unsubscribe'],
    ['returned', 'returned'],
    ['complained', 'complained'],
  ] as const)('%s ends it as %s', async (response, outcome) => {
    expect((await play(winBackV1, { facts, on: [{ after: '5 days', response }] })).outcome).toBe(outcome);
  });
});

describe('what people read', () => {
  const favourites = ['espresso', 'filter', 'decaf', 'beans'];
  const offers = ['gift', 'discount'];
  const mails = [
    ...favourites.flatMap((favourite) => offers.flatMap((variant) => [1, 14].map((monthsAway) => ({ message: 'come-back-mail', variant, props: { favourite, monthsAway } })))),
    ...['forgot', 'price', 'taste'].map((reason) => ({ message: 'your-way', props: { reason } })),
  ];

  test.each(LOCALES)('each mail is small, and links to nothing but what is tracked (%s)', (locale) => {
    for (const shown of mails) {
      const { html, text, subject } = mail(content, { ...shown, locale });
      const tracked = [...Object.values(linksOf(content, shown.message)), UNSUBSCRIBE].sort();
      expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href).sort()).toEqual(tracked);
      expect(html).not.toMatch(/<img|src=|url\(|@import/);
      expect(html.length).toBeLessThan(100_000);
      expect(subject.length).toBeLessThan(60);
      expect(`${subject}${text}`).not.toMatch(/undefined|null|\[object|NaN/);
    }
  });

  test('the two offers, in the same words but for the offer', () => {
    const [gift, discount] = offers.map((variant) => mail(content, { message: 'come-back-mail', variant }));
    expect(`${gift!.subject}\n\n${gift!.text}`).toMatchInlineSnapshot(`
     "Un paquet vous attend, si le cœur vous en dit

     Brûlerie Montcanel

     On a gardé votre tasse

     Bonjour Élodie,

     Cela fait 14 mois que nous n’avons rien moulu pour vous. Personne ne vous en
     veut : on change d’adresse, de machine, d’habitudes. Votre tasse, elle, est
     toujours sur l’étagère du haut.

     Entre-temps, l’espresso a changé de ferme : plus de noisette, moins
     d’amertume. Nous aimerions avoir votre avis.

     Pour fêter votre retour
     250 g offerts avec votre prochaine commande
     Votre code est sur votre page. Il est valable soixante jours, en ligne comme
     au comptoir.

     Prendre mon code <https://parcours.example/c/COUNTER222>

     Et si c’est le thé qui a gagné, dites-le-nous sur la même page. Nous
     n’insisterons pas.

     Bien à vous,
     Le comptoir de la Brûlerie Montcanel

     Vous recevez ce message car vous avez commandé chez nous et accepté que la
     Brûlerie Montcanel vous écrive.
     Ne plus recevoir ces messages <https://parcours.example/u/UNSUBSCR23>

     Brûlerie Montcanel SARL, 5 rue du Four à Chaux, 00220 Tournevigne
     "
    `);
    expect(discount!.subject).toBe('Vingt pour cent, pour le plaisir de vous revoir');
    expect(discount!.text).toContain('20 % de moins sur votre prochaine commande'.replace(' %', '\u00a0%'));
    expect(discount!.text).not.toContain('250');
  });

  test('every card can be printed, for the longest name', async () => {
    const cards = favourites.flatMap((favourite) =>
      offers.flatMap((offer) =>
        LOCALES.flatMap((locale) => [
          { message: 'come-back-card', variant: offer, props: { favourite, monthsAway: 120 }, locale },
          { message: 'last-card', props: { favourite, offer }, locale },
        ]),
      ),
    );
    expect(await unprintable(content, cards)).toEqual([]);
  });

  test('the invitation on paper shows what its variant offers, and carries the voucher', () => {
    const [gift, discount] = offers.map((variant) => designedOf(content, { message: 'come-back-card', variant }));
    expect({ ...gift, offer: undefined }).toMatchInlineSnapshot(`
     {
       "body": [
         "Cela fait 14 mois que nous n’avons rien moulu pour vous, et nous pensons encore à votre espresso.",
         "Entre-temps, le torréfacteur a changé de main et l’espresso de ferme. Le mardi sent toujours aussi bon. Revenez goûter : le bon ci-dessous est à vous, en ligne ou au comptoir.",
       ],
       "code": "3RTW8HNKVCQ",
       "headline": "On a gardé
     votre tasse.",
       "offer": undefined,
       "promise": "250 g offerts avec votre prochaine commande",
       "salutation": "Chère Madame de La Rochefoucauld-Beaulieu,",
       "subline": "Elle est sur l’étagère du haut,
     celle des habitués.",
       "terms": "Un paquet de 250 g offert pour toute commande, une fois par client, pendant 60 jours. Votre adresse vient de notre fichier de clients et contacts. Pour vous opposer à nos courriers : votre page personnelle ou comptoir@montcanel.example.",
       "title": "Votre tasse est toujours là.",
     }
    `);
    expect(Object.keys(gift!).filter((name) => JSON.stringify(gift![name]) !== JSON.stringify(discount![name]))).toEqual(['offer', 'promise', 'terms']);
    expect(String(discount!['offer'])).toMatch(/offer-discount\.png$/);
    expect(discount!['promise']).toBe('20 % de moins sur votre prochaine commande'.replace(' %', '\u00a0%'));
  });

  test('the last card', () => {
    const { front, back } = cardOf(content, { message: 'last-card' });
    expect([front.headline, front.subline, front.badge, back.headline, ...back.paragraphs, back.callToAction]).toMatchInlineSnapshot(`
     [
       "Un dernier café, et on se tait.",
       "C’est notre dernier courrier. Promis, juré, torréfié.",
       "250 g
     offerts",
       "Un dernier mot, et merci.",
       "Nous n’écrirons plus après celui-ci. Mais il aurait été dommage de garder votre espresso pour nous.",
       "Le bon tient toujours : un paquet de 250 g, offert avec votre prochaine commande.",
       "Scannez, votre code est dessous",
     ]
    `);
  });

  test.each(LOCALES)('the page gives the code and asks why; it bids farewell to those who stopped (%s)', (locale) => {
    const asking = page(content, 'your-counter', { facts, locale });
    expect(asking).toContain('7KQ9X-M2PAB');
    expect([...asking.matchAll(/name="reason" value="(\w+)"/g)].map(([, value]) => value)).toEqual(['forgot', 'price', 'taste', 'stopped']);
    const farewell = page(content, 'your-counter', { facts: { ...facts, reason: 'stopped' }, locale, answered: true });
    expect(farewell).toMatch(locale === 'fr-FR' ? /nous n’insisterons pas/ : /we shall not insist/);
    expect(farewell).not.toContain('<form');
  });
});
