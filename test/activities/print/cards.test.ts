import { describe, expect, test } from '@jest/globals';
import { renderPrintRun } from '../../../activities/print/render-print-run.ts';
import { reminderCard } from '../../../scenarios/boiler-renewal/messages/reminder-card.ts';
import { renewalPostcard } from '../../../scenarios/boiler-renewal/messages/renewal-postcard.ts';
import { samplePiece } from './sample-pieces.ts';

const contentOf = (message: typeof renewalPostcard, offer: 'replace' | 'service', locale: string, lastName: string) =>
  message.content({ props: { offer }, person: { title: 'Mme', firstName: 'Anne-Charlotte', lastName }, locale, links: {}, unsubscribe: 'http://127.0.0.1:8080/p/x' });

describe('the cards of boiler-renewal', () => {
  test('fit, each of them, even for a long name', async () => {
    const pieces = [renewalPostcard, reminderCard].flatMap((message) =>
      (['replace', 'service'] as const).flatMap((offer) =>
        ['fr-FR', 'en-GB'].map((locale) => ({ ...samplePiece(3), content: contentOf(message, offer, locale, 'de La Rochefoucauld-Beaulieu') })),
      ),
    );
    const { printed, unprintable } = await renderPrintRun({ title: 'all', pieces, at: new Date(0) });
    expect(unprintable.map(({ error }) => error.message)).toEqual([]);
    expect(printed).toHaveLength(8);
  });

  test('say in French what a neighbour would', () => {
    expect(contentOf(renewalPostcard, 'replace', 'fr-FR', 'Martin').back).toMatchInlineSnapshot(`
     {
       "callToAction": "Scannez et demandez votre diagnostic gratuit",
       "headline": "Avant l’hiver, faisons le point.",
       "orType": "ou tapez cette adresse :",
       "paragraphs": [
         "Passé douze ans, une chaudière consomme plus et lâche souvent le premier matin de gel.",
         "Notre chauffagiste l’examine chez vous, sans frais, et vous dit franchement s’il faut la changer. Si oui, nous ôtons 150 € de la pose.",
       ],
       "salutation": "Chère Madame Martin,",
       "smallPrint": "150 € TTC déduits de la pose d’une chaudière neuve, une fois par foyer, sur présentation de votre bon. Votre adresse vient de notre fichier de clients et contacts. Pour vous opposer à nos courriers : votre page personnelle ou bonjour@bellebraise.example.",
     }
    `);
    expect(contentOf(reminderCard, 'service', 'fr-FR', 'Martin').front).toMatchInlineSnapshot(`
     {
       "headline": "Prête pour l’hiver ?",
       "subline": "L’entretien de votre chaudière, 129 € tout compris.",
       "theme": {
         "accent": [
           0,
           0.5,
           0.9,
           0,
         ],
         "background": [
           0.12,
           0.88,
           0.95,
           0.18,
         ],
         "motif": "house",
         "text": [
           0,
           0,
           0,
           0,
         ],
       },
     }
    `);
  });

  test('say the same in English', () => {
    expect(contentOf(renewalPostcard, 'service', 'en-GB', 'Martin').back).toMatchInlineSnapshot(`
     {
       "callToAction": "Scan and ask for your service visit",
       "headline": "One hour for a quiet winter.",
       "orType": "or type this address:",
       "paragraphs": [
         "A well-set boiler burns less, wears less and heats safely: French law asks for a service every year.",
         "Setting, cleaning and certificate: all of it is in our fixed price.",
       ],
       "salutation": "Dear Ms Martin,",
       "smallPrint": "Yearly service of a gas, oil or wood boiler of 4 to 70 kW, €129, tax included: travel, setting, cleaning and certificate. Your address is in our file of customers and contacts. To object to our mail: your personal page or bonjour@bellebraise.example.",
     }
    `);
  });

  test('greet by title and name, or by neither', () => {
    const greeting = (title: string | null, lastName: string | null) =>
      renewalPostcard.content({ props: { offer: 'replace' }, person: { title, firstName: 'Camille', lastName }, locale: 'fr-FR', links: {}, unsubscribe: '' }).back.salutation;
    expect([greeting('M.', 'Dupont'), greeting('Mme', 'Dupont'), greeting(null, 'Dupont'), greeting('M.', null)]).toEqual([
      'Cher Monsieur Dupont,',
      'Chère Madame Dupont,',
      'Bonjour,',
      'Bonjour,',
    ]);
  });
});
