import { describe, expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { renderEmail } from '../../activities/email/render-email.ts';
import { renderPrintRun } from '../../activities/print/render-print-run.ts';
import { samplePage } from '../../scenarios/content/index.ts';
import { content } from '../../scenarios/equipment-renewal/content.ts';
import { messages } from '../../scenarios/equipment-renewal/messages/index.ts';
import { pages } from '../../scenarios/equipment-renewal/pages/index.ts';
import { samplePiece } from '../activities/print/sample-pieces.ts';
import { textOf } from '../tracker/tracker-under-test.ts';

const person = { title: 'Mme', firstName: 'Anne-Charlotte', lastName: 'de La Rochefoucauld-Beaulieu' };
const KINDS = ['gas-boiler', 'oil-boiler', 'heat-pump', 'wood-stove'] as const;
const LOCALES = ['fr-FR', 'en-GB'];

describe('what equipment-renewal says', () => {
  test('fits its card and its letter, for each installation in both languages; the letter stays on one sheet', async () => {
    const context = { person, links: {}, unsubscribe: 'x' };
    const contents = [messages['service-card'], messages['replacement-letter']].flatMap((message) =>
      KINDS.flatMap((equipment) => LOCALES.map((locale) => message.content({ ...context, props: { equipment, age: 21, agency: 'Saint-Hippolyte-le-Vieux' }, locale }))),
    );
    const { printed, unprintable, warnings } = await renderPrintRun({ title: 'all', pieces: contents.map((content) => ({ ...samplePiece(3), content })), at: new Date(0) });
    expect(unprintable.map(({ error }) => error.message)).toEqual([]);
    expect(warnings).toEqual([]);
    expect(printed.map(({ firstPage, lastPage }) => lastPage - firstPage)).toEqual(Array.from({ length: 16 }, () => 0));
  });

  test('says in a letter what an offer is worth', () => {
    const { values } = messages['replacement-letter'].content({ props: messages['replacement-letter'].sample, person, locale: 'fr-FR', links: {}, unsubscribe: 'x' });
    expect([values['subject'], values['salutation'], ...(values['body'] as string[]), values['terms']].join('\n\n')).toMatchInlineSnapshot(`
     "Votre chaudière à gaz a 16 ans.
     Parlons de la suite, sans nous presser.

     Chère Madame de La Rochefoucauld-Beaulieu,

     Votre chaudière à gaz vous chauffe depuis 16 ans. Bien suivie, une installation peut durer encore ; mais à cet âge, chaque réparation se compare au prix du neuf, et mieux vaut comparer un jour tranquille qu’un matin de gel.

     Voici ce que nous vous proposons. Un conseiller passe chez vous, regarde l’installation, mesure ce dont la maison a besoin et chiffre deux solutions, aides déduites : garder l’énergie que vous connaissez, ou en changer. Vous recevez les deux devis par écrit et vous décidez, ou vous n’en faites rien.

     La visite et les devis sont gratuits et n’engagent à rien. Et si vous préférez attendre, l’entretien de l’année reste compris dans votre contrat.

     Bien à vous,
     L’agence Airelune Aiguevance

     Visite et devis gratuits, sans engagement. Votre adresse vient de notre fichier de clients et contacts. Pour vous opposer à nos courriers : votre page personnelle ou agence@airelune.example."
    `);
  });

  test('reads as plain text, too', () => {
    const { subject, text } = renderEmail({
      name: 'service-email',
      message: messages['service-email'],
      context: {
        props: { equipment: 'wood-stove', age: 4, agency: 'Lormoisy' },
        person,
        locale: 'fr-FR',
        links: { visit: 'https://go.example/c/1' },
        unsubscribe: 'https://go.example/u/1',
      },
    });
    expect(`${subject}\n\n${text}`).toMatchInlineSnapshot(`
     "L’entretien de votre poêle à bois : quand passons-nous ?

     Airelune

     Quand passons-nous ?

     Bonjour Anne-Charlotte,

     Votre poêle à bois entame sa 4e année. Son entretien tombe le mois prochain,
     et les bons créneaux partent vite.

     Ce que nous faisons
     Conduit ramoné, joints vérifiés, vitre nettoyée : une heure, et le certificat
     de ramonage en poche.
     Ce que vous faites
     Ouvrir la porte. L’entretien est compris dans votre contrat, déplacement
     inclus.

     Choisir un moment <https://go.example/c/1>

     Bien à vous,
     L’agence Airelune Lormoisy

     Vous recevez ce message car Airelune entretient votre installation. Il ne
     contient pas de publicité.
     Ne plus recevoir ces messages <https://go.example/u/1>

     Airelune SAS, 8 allée des Horlogers, 00620 Aiguevance
     "
    `);
  });

  test('its page asks each season anew, gives the visit’s number, and none to who puts it off', () => {
    const page = (answered: boolean, wish?: string) =>
      textOf(
        renderToStaticMarkup(
          pages['service-visit'].body(
            samplePage(content, 'service-visit', {
              ...{ person, locale: 'en-GB', answered },
              facts: { equipment: 'heat-pump', installedYear: 2021, serviceMonth: 3, agency: 'Lormoisy', ...(wish ? { wish } : {}) },
            }),
          ),
        ),
      );
    expect(page(false, 'visit')).toContain('What would you like?');
    expect(page(true, 'visit')).toMatchInlineSnapshot(`
     "Airelune
     Looking after your heating, year after year
     Thank you, Anne-Charlotte!
     The agency calls you within two working days to set the day.
     Visit number
     For the fitter
     Your number
     7KQ9X-M2PAB
     They write it down when the work is done: then your contract and your certificate are up to date.
     One last question
     Preferably when?
     A weekday morning
     A weekday afternoon
     A Saturday
     Send
     One answer is enough, the agency does the rest.
     Your installation
     Appliance
     Heat pump
     Installed in
     2021
     Your agency
     Airelune Lormoisy
     Your answers are used to arrange the visit, by Airelune only.
     Airelune SAS, 8 allée des Horlogers, 00620 Aiguevance · Stop receiving our messages"
    `);
    expect(page(true, 'later')).not.toContain('7KQ9X-M2PAB');
  });
});
