import { describe, expect, test } from '@jest/globals';
import { renderEmail } from '../../activities/email/render-email.ts';
import { renderPrintRun } from '../../activities/print/render-print-run.ts';
import { messages } from '../../scenarios/area-drop/messages/index.ts';
import { areaDropV1 } from '../../scenarios/area-drop/v1.ts';
import { play } from '../../simulator/index.ts';
import { samplePiece } from '../activities/print/sample-pieces.ts';

const facts = { areaCode: 'K7QX2', areaName: 'Les Tilleuls', interest: 'weekly', household: 'three-four' } as const;

describe('area-drop v1', () => {
  test('who answers the leaflet is thanked, gets the card, and takes a basket', async () => {
    const { outcome, timeline } = await play(areaDropV1, {
      facts,
      on: [
        { after: '6 days', response: 'scan', of: 'taste-card' },
        { after: '12 days', response: 'redeem', of: 'taste-card', voucher: '7KQ9X-M2PAB' },
      ],
    });
    expect(outcome).toBe('converted');
    expect(timeline).toMatchInlineSnapshot(`
     [
       "day 0.0  email welcome/1 sent",
       "day 0.0  print taste-card/1 sent",
       "day 0.0  wait 1 for taste-card/1 scan or taste-card/1 visit or welcome/1 click until day 18.0",
       "day 6.0  scan of taste-card/1 [human]",
       "day 6.0  wait 1 over: scan of taste-card/1",
       "day 6.0  email first-basket/1 sent",
       "day 6.0  wait 2 for first-basket/1 click until day 16.0",
       "day 12.0  redeem of taste-card/1 [human]",
       "day 12.0  ended: converted (goal: redeem)",
       "day 12.0  recall taste-card/1: too-late",
     ]
    `);
  });

  test('a basket bought before the card was printed takes the card back', async () => {
    const { timeline } = await play(areaDropV1, { facts, on: [{ after: '5 hours', response: 'purchase', order: 'P-1', amount: 18, currency: 'EUR' }] });
    expect(timeline.slice(-2)).toEqual(['day 0.2  ended: converted (goal: purchase)', 'day 0.2  recall taste-card/1: recalled']);
  });

  test.each([
    ['silence', {}, ['welcome', 'taste-card', 'first-basket'], 'silent'],
    ['a look without a basket', { on: [{ after: '1 day', response: 'click', of: 'welcome', link: 'basket' }] as const }, ['welcome', 'taste-card', 'first-basket'], 'tempted'],
    ['no postal address', { reachable: { print: false } }, ['welcome', 'taste-card', 'first-basket'], 'silent'],
    ['nothing to reach them by', { reachable: { print: false, email: false } }, ['welcome', 'taste-card'], 'unreachable'],
    ['a withdrawal', { on: [{ after: '1 day', response: 'unsubscribe', medium: 'email' }] as const }, ['welcome', 'taste-card'], 'unsubscribe'],
  ])('%s', async (_, options, asked, outcome) => {
    const played = await play(areaDropV1, { facts, ...options });
    expect([played.touches.map(({ message }) => message), played.outcome]).toEqual([asked, outcome]);
  });
});

describe('what area-drop says', () => {
  test('fits its card for each household in both languages', async () => {
    const person = { title: 'Mme', firstName: 'Anne-Charlotte', lastName: 'de La Rochefoucauld-Beaulieu' };
    const contents = (['one-two', 'three-four', 'more'] as const).flatMap((household) =>
      ['fr-FR', 'en-GB'].map((locale) => messages['taste-card'].content({ props: { areaName: 'Les Tilleuls', household }, person, locale, links: {}, unsubscribe: 'x' })),
    );
    const { unprintable } = await renderPrintRun({ title: 'all', pieces: contents.map((content) => ({ ...samplePiece(3), content })), at: new Date(0) });
    expect(unprintable.map(({ error }) => error.message)).toEqual([]);
  });

  test('reads as plain text, too', () => {
    const context = {
      props: { areaName: 'Les Quais', interest: 'once' as const },
      person: { title: null, firstName: null, lastName: null },
      locale: 'en-GB',
      links: { basket: 'https://ormeval.example/c/1' },
      unsubscribe: 'https://ormeval.example/u/1',
    };
    const { subject, text } = renderEmail({ name: 'welcome', message: messages.welcome, context });
    expect(`${subject}\n\n${text}`).toMatchInlineSnapshot(`
     "Welcome to the basket

     Les Paniers d’Ormeval

     Thank you for raising your hand

     Hello,

     A basket to try, and then we shall see: noted. The pick-up point nearest to
     Les Quais is open on Thursdays, from 4 to 8 pm. Neighbours drop in on their
     way home.

     Wednesday
     We pick what is ripe. You get the list in the evening.
     Thursday
     Your basket awaits you. Away? A neighbour may take it.
     Friday
     You cook. A recipe lies at the bottom of the basket, just in case.

     Choose my first basket <https://ormeval.example/c/1>

     Yours,
     The growers of Ormeval

     You are getting this because you answered our leaflet (Les Quais).
     Stop these messages <https://ormeval.example/u/1>

     Coopérative Les Paniers d’Ormeval, ferme des Quatre-Vents, 00730 Ormeval
     "
    `);
  });
});
