import { describe, expect, test } from '@jest/globals';
import { PermanentError } from '../../../activities/errors.ts';
import { renderEmail } from '../../../activities/email/render-email.ts';
import { messages } from '../../../scenarios/boiler-renewal/messages/index.ts';
import type { EmailMessage, MessageContext } from '../../../scenarios/content/index.ts';

type Mail = EmailMessage<'email' | 'social', object>;
type MailName = 'reminder-email' | 'thank-you' | 'follow-us';

const unsubscribe = 'https://parcours.example/u/UNSUBSCR23';

function linksOf(message: Mail): Record<string, string> {
  return Object.fromEntries(Object.keys(message.links).map((name) => [name, `https://parcours.example/c/${name.toUpperCase().padEnd(11, '2').slice(0, 10)}`]));
}

function render(name: MailName, context: Partial<MessageContext<object>> = {}) {
  const message = messages[name] as Mail;
  const person = { title: 'M.', firstName: 'Jean', lastName: 'Dupont' };
  return renderEmail({ name, message, context: { props: message.sample, person, locale: 'fr-FR', links: linksOf(message), unsubscribe, ...context } });
}

describe('what the prospect reads', () => {
  test('the reminder', () => {
    const { subject, text } = render('reminder-email');
    expect(`${subject}\n\n${text}`).toMatchInlineSnapshot(`
     "Passé douze ans, une chaudière mérite un bilan

     Bellebraise

     Et si nous faisions le point, tranquillement ?

     Bonjour Jean,

     Nous vous avons envoyé une carte il y a quelques semaines. Elle attend
     peut-être sous une pile de courrier : ce n’est pas grave, la voici en plus
     court.

     Passé douze ans, une chaudière chauffe encore, mais elle consomme davantage et
     ses pièces se font rares. Mieux vaut choisir la suivante au calme que dans
     l’urgence d’une panne.

     Votre bilan prend une minute. Vous y verrez où en est votre installation et ce
     que nous vous conseillons, sans engagement.

     Faire mon bilan <https://parcours.example/c/PAGE222222>

     Bien à vous,
     L’équipe Bellebraise

     Vous recevez ce message car vous avez accepté que Bellebraise vous écrive.
     Ne plus recevoir ces messages <https://parcours.example/u/UNSUBSCR23>

     Bellebraise SAS, 12 quai des Tisserands, 00400 Valbraise-les-Forges
     "
    `);
  });

  test('the reminder, in English, for a boiler that wants a service', () => {
    const { subject, text } = render('reminder-email', { locale: 'en-GB', props: { offer: 'service' } });
    expect(`${subject}\n\n${text}`).toMatchInlineSnapshot(`
     "Your boiler’s service, in one minute

     Bellebraise

     One service a year, and peace of mind

     Hello Jean,

     A few weeks ago we sent you a card. It may still lie under a pile of post:
     never mind, here it is in short.

     A boiler serviced every year burns less and breaks down less. And on the day
     the insurer asks for the certificate, it is in the drawer.

     Your boiler check takes a minute. It shows where your heating stands and what
     we would advise, with no strings attached.

     Do my check <https://parcours.example/c/PAGE222222>

     Yours,
     The team at Bellebraise

     You are getting this because you agreed that Bellebraise may write to you.
     Stop these messages <https://parcours.example/u/UNSUBSCR23>

     Bellebraise SAS, 12 quai des Tisserands, 00400 Valbraise-les-Forges
     "
    `);
  });

  test('the thanks, warm', () => {
    const { subject, text } = render('thank-you', { variant: 'warm' });
    expect(`${subject}\n\n${text}`).toMatchInlineSnapshot(`
     "Merci Jean, parlons de votre prochaine chaudière

     Bellebraise

     Merci d’avoir pris ce moment.

     Bonjour Jean,

     Une chaudière, on n’en change que deux ou trois fois dans une vie. Autant en
     parler avec quelqu’un qui prend son temps : un chauffagiste de Bellebraise
     Saint-Aubin vient voir la maison, écoute vos habitudes, et vous remet un devis
     qui se comprend à la première lecture.

     Et s’il vaut mieux attendre encore un peu, il vous le dira.

     Choisir un jour de visite <https://parcours.example/c/APPOINTMEN>

     Votre bon d’avantage
     Il vous attend sur votre page personnelle : à montrer en magasin, ou à saisir
     à la commande.
     Voir mon bon <https://parcours.example/c/VOUCHER222>

     Bien à vous,
     L’équipe Bellebraise Saint-Aubin

     Vous recevez ce message car vous avez accepté que Bellebraise vous écrive.
     Ne plus recevoir ces messages <https://parcours.example/u/UNSUBSCR23>

     Bellebraise SAS, 12 quai des Tisserands, 00400 Valbraise-les-Forges
     "
    `);
  });

  test('the thanks, factual', () => {
    const { subject, text } = render('thank-you', { variant: 'factual', props: { interest: 'service', store: 'Saint-Aubin' } });
    expect(`${subject}\n\n${text}`).toMatchInlineSnapshot(`
     "L’entretien de votre chaudière, point par point

     Bellebraise

     Une petite heure, trois choses faites

     Bonjour Jean,

     Merci pour votre bilan. Voici la suite, simplement.

     1. Le nettoyage
     Corps de chauffe et brûleur ; l’évacuation est vérifiée.
     2. Le réglage
     La combustion est mesurée, puis ajustée.
     3. L’attestation
     Chez vous sous quinze jours, à garder deux ans.

     Choisir un jour d’entretien <https://parcours.example/c/APPOINTMEN>

     Votre bon d’avantage
     Il vous attend sur votre page personnelle : à montrer en magasin, ou à saisir
     à la commande.
     Voir mon bon <https://parcours.example/c/VOUCHER222>

     Bien à vous,
     L’équipe Bellebraise Saint-Aubin

     Vous recevez ce message car vous avez accepté que Bellebraise vous écrive.
     Ne plus recevoir ces messages <https://parcours.example/u/UNSUBSCR23>

     Bellebraise SAS, 12 quai des Tisserands, 00400 Valbraise-les-Forges
     "
    `);
  });

  test('the invitation', () => {
    const { subject, text } = render('follow-us');
    expect(`${subject}\n\n${text}`).toMatchInlineSnapshot(`
     "On continue sur Facebook ?

     Bellebraise

     La suite, au coin du feu

     Bonjour Jean,

     Notre page Facebook n’a rien d’une vitrine. Une fois par semaine, quelqu’un de
     l’équipe y raconte son métier.

     1. Le geste
     Purger un radiateur, lire un compteur : une minute, sans outil.
     2. Le chantier
     Une maison des environs, avant et après, avec les vrais chiffres.
     3. La question
     Vous demandez, un chauffagiste répond. Sans jargon.

     Suivre Bellebraise sur Facebook <https://parcours.example/c/FOLLOW2222>

     Les réseaux ne sont pas votre tasse de thé ? Ne changez rien : vos rendez-vous
     et votre bon vous attendent ailleurs.

     Bien à vous,
     L’équipe Bellebraise

     Vous recevez cette invitation car vous avez accepté que Bellebraise vous en
     envoie.
     Ne plus recevoir ces messages <https://parcours.example/u/UNSUBSCR23>

     Bellebraise SAS, 12 quai des Tisserands, 00400 Valbraise-les-Forges
     "
    `);
  });
});

describe('every mail, in every language, variant and interest', () => {
  const interests = ['replace', 'service', 'advice'].flatMap((interest) =>
    ['warm', 'factual'].map((variant) => ({ name: 'thank-you' as const, variant, props: { interest, store: 'Saint-Aubin' } })),
  );
  const offers = ['replace', 'service'].map((offer) => ({ name: 'reminder-email' as const, variant: undefined, props: { offer } }));
  const all = [...interests, ...offers, { name: 'follow-us' as const, variant: undefined, props: { page: 'facebook' } }].flatMap((one) =>
    ['fr-FR', 'en-GB'].map((locale) => ({ ...one, locale })),
  );

  test.each(all)('$name $props $variant $locale', ({ name, variant, props, locale }) => {
    const { html, text, subject } = render(name, { props, locale, ...(variant ? { variant } : {}) });
    const tracked = [...Object.values(linksOf(messages[name] as Mail)), unsubscribe].sort();

    // Each address is a tracked one or the way out, each is in both parts, and nothing is loaded from anywhere.
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href).sort()).toEqual(tracked);
    expect([...text.matchAll(/<(https?:[^>]*)>/g)].map(([, address]) => address).sort()).toEqual(tracked);
    expect(html).not.toMatch(/<img|src=|url\(|@import/);

    expect(html).toContain(`lang="${locale.slice(0, 2)}"`);
    expect(text).toContain('12 quai des Tisserands');
    expect(subject.length).toBeLessThan(60);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(78);
    expect(`${subject}${text}`).not.toMatch(/undefined|null|\[object/);
  });

  test('the two variants of the thanks differ in subject and text', () => {
    const [warm, factual] = ['warm', 'factual'].map((variant) => render('thank-you', { variant }));
    expect(warm!.subject).not.toBe(factual!.subject);
    expect(warm!.text).not.toBe(factual!.text);
  });
});

describe('names as they come', () => {
  test('without a first name a mail greets all the same', () => {
    const { subject, text } = render('thank-you', { variant: 'warm', person: { title: null, firstName: null, lastName: 'Dupont' } });
    expect(subject).toBe('Merci, parlons de votre prochaine chaudière');
    expect(text).toContain('\nBonjour,\n');
  });

  test('a hostile name is text: no markup, no second header', () => {
    const { subject, html, text } = render('thank-you', { variant: 'warm', person: { title: null, firstName: '<script>alert(1)</script>\r\nBcc: all@x.example', lastName: null } });
    expect(html).not.toContain('<script');
    expect(html).toContain('Bonjour &lt;script&gt;alert(1)&lt;/script&gt; Bcc: all@x.example,');
    expect(text).toContain('Bonjour <script>alert(1)</script> Bcc: all@x.example,');
    expect(subject).not.toMatch(/[\r\n]/);
  });
});

describe('a message with a fault is refused for good, by its name', () => {
  const faulty = (subject: string): Mail => ({ ...(messages['reminder-email'] as Mail), subject: () => subject });
  const attempt =
    (message: Mail, links = linksOf(message)) =>
    () =>
      renderEmail({
        name: 'reminder-email',
        message,
        context: { props: message.sample, person: { title: null, firstName: null, lastName: null }, locale: 'fr-FR', links, unsubscribe },
      });

  test.each([
    ['an empty subject', ' ', "Expected message 'reminder-email' to have a subject, got an empty one."],
    ['a subject of two lines', 'Un\r\nDeux', "Expected the subject of message 'reminder-email' to be one line, got several."],
  ])('%s', (_, subject, message) => {
    expect(attempt(faulty(subject))).toThrow(message);
    expect(attempt(faulty(subject))).toThrow(PermanentError);
  });

  test('a link without an address', () => {
    expect(attempt(faulty('Un'), {})).toThrow("Expected an address for link 'page' of message 'reminder-email', got none.");
  });
});
