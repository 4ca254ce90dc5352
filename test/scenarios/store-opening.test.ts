import { describe, expect, test } from '@jest/globals';
import { content } from '../../scenarios/store-opening/content.ts';
import { dayOf } from '../../scenarios/store-opening/day.ts';
import { storeOpeningV1 } from '../../scenarios/store-opening/v1.ts';
import { play } from '../../simulator/index.ts';
import { cardOf, linksOf, LOCALES, mail, page, UNSUBSCRIBE, unprintable } from './rendering.ts';

/** A Friday. */
const facts = { opening: '2027-03-12', store: 'lormoisy', storeDistance: 3.4, customer: 'no' } as const;
/** Day 39 is the opening, day 25 fourteen days before. */
const start = new Date('2027-02-01T09:00:00Z');

describe('store-opening v1, branch by branch', () => {
  test('the card goes out fourteen days before, the mail two days before at ten; an appointment is confirmed and kept', async () => {
    const { timeline, outcome } = await play(storeOpeningV1, {
      facts,
      start,
      on: [
        { after: '30 days', response: 'scan', of: 'invitation-card' },
        { after: '721 hours', response: 'reply', of: 'invitation-card', facts: { slot: 'evening', room: 'lamps' } },
        { after: '945 hours', response: 'redeem', of: 'invitation-card', voucher: '7KQ9X-M2PAB' },
      ],
    });
    expect(outcome).toBe('converted');
    expect(timeline).toMatchInlineSnapshot(`
     [
       "day 0.0  sleep until day 24.6",
       "day 24.6  print invitation-card/1 sent",
       "day 24.6  wait 1 for reply until day 52.6",
       "day 24.6  sleep until day 36.6",
       "day 30.0  scan of invitation-card/1 [human]",
       "day 30.0  reply of invitation-card/1 [human]",
       "day 30.0  wait 1 over: reply of invitation-card/1",
       "day 30.0  learned slot = evening, room = lamps from personal-page",
       "day 30.0  email appointment-noted/1 sent",
       "day 36.6  sleep until day 37.0",
       "day 37.0  email doors-open-soon/1 sent",
       "day 37.0  sleep until day 38.6",
       "day 38.6  sleep until day 38.9",
       "day 38.9  email expected-today/1 sent",
       "day 38.9  sleep until day 52.9",
       "day 39.4  redeem of invitation-card/1 [human]",
       "day 39.4  ended: converted (goal: redeem)",
     ]
    `);
  });

  test('who says nothing gets the card and one mail', async () => {
    const { timeline, outcome } = await play(storeOpeningV1, { facts, start });
    expect(outcome).toBe('silent');
    expect(timeline).toMatchInlineSnapshot(`
     [
       "day 0.0  sleep until day 24.6",
       "day 24.6  print invitation-card/1 sent",
       "day 24.6  wait 1 for reply until day 52.6",
       "day 24.6  sleep until day 36.6",
       "day 36.6  sleep until day 37.0",
       "day 37.0  email doors-open-soon/1 sent",
       "day 37.0  sleep until day 38.6",
       "day 38.6  sleep until day 38.9",
       "day 38.9  sleep until day 52.9",
       "day 52.6  wait 1 over: time is up",
       "day 52.9  ended: silent (path)",
     ]
    `);
  });

  test('an appointment asked for on the eve is confirmed all the same, and the mail of the day comes', async () => {
    const { touches, outcome } = await play(storeOpeningV1, { facts, start, on: [{ after: '38 days', response: 'reply', of: 'invitation-card', facts: { slot: 'morning' } }] });
    expect(touches.map(({ message, props }) => [message, (props as { slot?: string }).slot])).toEqual([
      ['invitation-card', undefined],
      ['doors-open-soon', 'none'],
      ['appointment-noted', 'morning'],
      ['expected-today', 'morning'],
    ]);
    expect(outcome).toBe('asked-did-not-come');
  });

  const mailTime = async (opening: string, began: Date, timeZone?: string) => {
    const { touches } = await play(storeOpeningV1, { facts: { ...facts, opening }, start: began, ...(timeZone ? { timeZone } : {}) });
    return new Date(touches.find(({ message }) => message === 'doors-open-soon')!.at).toISOString();
  };

  test.each([
    ['in winter', '2027-03-12', '2027-03-10T09:00:00.000Z'],
    ['in summer', '2027-06-11', '2027-06-09T08:00:00.000Z'],
    ['not on a Sunday', '2027-03-16', '2027-03-15T09:00:00.000Z'],
    ['not on the 1st of May', '2027-05-03', '2027-05-03T08:00:00.000Z'],
  ])('the mail comes at ten in the morning, %s', async (_, opening, at) => {
    expect(await mailTime(opening, start)).toBe(at);
  });

  test('at ten where they live', async () => {
    expect(await mailTime('2027-03-12', start, 'Indian/Reunion')).toBe('2027-03-10T06:00:00.000Z');
  });

  test('who is imported a week before gets the card at once; three days before, no card can come in time', async () => {
    const late = await play(storeOpeningV1, { facts, start: new Date('2027-03-05T09:00:00Z') });
    expect(late.touches[0]).toMatchObject({ message: 'invitation-card', at: Date.parse('2027-03-05T09:00:00Z') });
    const tooLate = await play(storeOpeningV1, { facts, start: new Date('2027-03-09T09:00:00Z') });
    expect(tooLate.touches.map(({ message }) => message)).toEqual(['doors-open-soon']);
    expect(tooLate.timeline).toContain('day 0.0  note: too late for a card');
  });

  test.each([
    ['redeem', 'converted'],
    ['unsubscribe', 'unsubscribe'],
    ['returned', 'returned'],
    ['complained', 'complained'],
  ] as const)('%s ends it as %s, in both branches at once', async (response, outcome) => {
    const played = await play(storeOpeningV1, { facts, start, on: [{ after: '35 days', response }] });
    expect(played.outcome).toBe(outcome);
    expect(played.touches).toHaveLength(1);
  });
});

describe('what people read', () => {
  const stores = ['lormoisy', 'port-ancelin'];
  const slots = ['morning', 'afternoon', 'evening'];
  const mails = stores.flatMap((store) => [
    ...slots.flatMap((slot) => ['living', 'bedroom', 'kitchen', 'lamps'].map((room) => ({ message: 'appointment-noted', props: { store, slot, room } }))),
    ...[...slots, 'none'].map((slot) => ({ message: 'doors-open-soon', props: { store, slot } })),
    ...slots.map((slot) => ({ message: 'expected-today', props: { store, slot } })),
  ]);

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

  test('the mail before the day', () => {
    const { subject, text } = mail(content, { message: 'doors-open-soon', props: { slot: 'evening' } });
    expect(`${subject}\n\n${text}`).toMatchInlineSnapshot(`
     "Vendredi, nous ouvrons à Lormoisy

     Maison Noyerelle

     Vendredi, on allume

     Bonjour Élodie,

     Les cartons sont vides, les ampoules vissées, et le chat du voisin a déjà
     choisi son fauteuil. Nous ouvrons vendredi 12 mars à 10 h.

     Une Lucette, notre petite lampe de chevet, est à votre nom : montrez votre
     carte, ou le code de votre page, et elle repart avec vous.

     Et nous n’oublions pas : on vous attend en soirée.

     8 place du Marché aux Lanternes
     Face aux halles, Lormoisy
     À pied
     Trois minutes depuis la gare, par la rue de l’Horloger
     En voiture
     Parking des Sabotiers, la première heure est pour nous
     À vélo
     Des arceaux devant la porte, sous le tilleul

     Voir le plan <https://parcours.example/c/MAP2222222>

     Tout est aussi sur votre page. Revoir mon rendez-vous
     <https://parcours.example/c/PAGE222222>

     Bien à vous,
     L’équipe de Lormoisy

     Vous recevez ce message car vous avez accepté que la Maison Noyerelle vous
     écrive.
     Ne plus recevoir ces messages <https://parcours.example/u/UNSUBSCR23>

     Maison Noyerelle SAS, 21 rue des Ébénistes, 00110 Vaubrune
     "
    `);
  });

  test('every card can be printed, for the longest name and date', async () => {
    const cards = stores.flatMap((store) =>
      ['2027-03-12', '2027-09-01', '2027-09-29'].flatMap((opening) => LOCALES.map((locale) => ({ message: 'invitation-card', props: { store, opening }, locale }))),
    );
    expect(await unprintable(content, cards)).toEqual([]);
  });

  test('the card', () => {
    const { front, back } = cardOf(content, { message: 'invitation-card' });
    expect([front.headline, front.subline, front.badge, back.headline, ...back.paragraphs, back.callToAction, back.smallPrint]).toMatchInlineSnapshot(`
     [
       "Une lampe s’allume à Lormoisy.",
       "Vendredi 12 mars à 10 h, nous ouvrons face aux halles.",
       "12
     mars",
       "Vendredi, nous vous invitons.",
       "Rendez-vous au 8 place du Marché aux Lanternes. Une Lucette, notre lampe de chevet, vous y attend contre cette carte.",
       "Et quelqu’un de l’équipe aussi, si vous demandez votre moment.",
       "Scannez : le plan et votre moment",
       "Une lampe Lucette par foyer contre cette carte ou le code de votre page, pendant 14 jours, dans la limite de 400. Votre adresse vient de notre fichier de clients et contacts. Pour vous opposer à nos courriers : votre page personnelle ou bonsoir@noyerelle.example.",
     ]
    `);
  });

  test('dates as people say them', () => {
    expect([dayOf('2027-03-12', 'fr').long, dayOf('2027-09-01', 'fr').long, dayOf('2027-09-01', 'en').long]).toEqual([
      'vendredi 12\u00a0mars',
      'mercredi 1er\u00a0septembre',
      'Wednesday 1\u00a0September',
    ]);
  });

  test.each(LOCALES)('the page shows the map and asks for a time; then it gives the lamp (%s)', (locale) => {
    const asking = page(content, 'invitation', { facts, locale });
    expect(asking).toMatch(/<svg class="map"[^>]*aria-label="[^"]*place du Marché aux Lanternes/);
    expect([...asking.matchAll(/name="(slot|room)" value="(\w+)"/g)].map(([, field, value]) => `${field} ${value}`)).toEqual([
      ...slots.map((slot) => `slot ${slot}`),
      ...['living', 'bedroom', 'kitchen', 'lamps'].map((room) => `room ${room}`),
    ]);
    expect(asking).not.toContain('7KQ9X-M2PAB');
    const noted = page(content, 'invitation', { facts: { ...facts, slot: 'evening', room: 'lamps' }, locale, answered: true });
    expect(noted).toContain('7KQ9X-M2PAB');
    expect(noted).not.toContain('<form');
    // What they did not say the first time is asked once more, and no more than that.
    const more = page(content, 'invitation', { facts: { ...facts, slot: 'evening' }, locale, answered: true });
    expect(more).toContain('name="room"');
    expect(more).not.toContain('name="slot"');
  });
});
