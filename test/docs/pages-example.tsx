import { z } from 'zod';
import { asking } from '../../scenarios/content/ask.ts';
import { consent } from '../../scenarios/content/consent.ts';
import type { PageContext, PersonalPage } from '../../scenarios/content/index.ts';
import { ConsentForm, language, MapLink, PageFooter, pageStyles, QuestionForm, Ticket } from '../../scenarios/kit/index.ts';
import { brand } from '../../scenarios/starter/brand.ts';

// From here on as in docs/pages.md.
export const facts = z.object({
  reads: z.enum(['novels', 'crime']).optional(),
  evening: z.enum(['thursday', 'friday']).optional(),
});

const ask = asking<z.infer<typeof facts>>();

export const readingEvening: PersonalPage = {
  title: ({ locale }) => (language(locale) === 'fr' ? 'Votre soirée de lecture' : 'Your evening of reading'),
  styles: pageStyles({
    ...{ page: '#f4f1ea', card: '#ffffff', ink: '#22201c', heading: '#5b1f2b', muted: '#5f5a52', line: '#ddd6c8', alert: '#a3290f' },
    ...{ hero: { ground: '#5b1f2b', text: '#ffffff' }, accent: '#5b1f2b', onAccent: '#ffffff', accentHover: '#441620', chosen: '#f8efe9' },
    ...{ headingFace: 'Georgia,serif', bodyFace: 'system-ui,sans-serif', radius: 12 },
  }),
  asks: [
    ask('reads', {
      fr: { legend: 'Que lisez-vous\u00a0?', choices: { novels: { label: 'Des romans' }, crime: { label: 'Des polars', hint: 'Jusqu’au bout de la nuit' } } },
      en: { legend: 'What do you read?', choices: { novels: { label: 'Novels' }, crime: { label: 'Crime', hint: 'All night long' } } },
    }),
    ask('evening', {
      fr: { legend: 'Quel soir\u00a0?', choices: { thursday: { label: 'Jeudi', hint: '18 h à 20 h' }, friday: { label: 'Vendredi', hint: '18 h à 20 h' } } },
      en: { legend: 'Which evening?', choices: { thursday: { label: 'Thursday', hint: '6 to 8' }, friday: { label: 'Friday', hint: '6 to 8' } } },
    }),
  ],
  atOnce: 1,
  consents: [consent('email', { version: 1, fr: 'J’accepte de recevoir la lettre des libraires par e-mail.', en: 'I agree to get the booksellers’ letter by email.' })],
  greets: 'first-name',
  goodFor: '90 days',
  body: (context) => <ReadingEvening context={context} />,
};

function ReadingEvening({ context }: { context: PageContext }) {
  const { person, asked } = context;
  const isComplete = asked.length === 0;
  return (
    <>
      <header className="hero">
        <div className="hero-inner">
          <p className="brand">
            <span className="brand-name">{brand.name}</span>
          </p>
          <h1>{isComplete ? 'Thank you' : 'A question'}, {person.firstName ?? 'dear reader'}</h1>
        </div>
      </header>
      <main>
        <QuestionForm context={context} title="One thing" check="Please choose an answer." send="Go on" />
        {isComplete && <Ticket context={context} title="Your voucher" gives="€5 off a book" code="Your code" how="Show it at the till." />}
        {isComplete && <ConsentForm context={context} title="Our letter?" lead="Four books a season." send="Yes, please" />}
        {isComplete && <MapLink context={context} address={brand.address} />}
      </main>
      <PageFooter context={context} brand={brand} use="Your answers are used to choose the books we show you." />
    </>
  );
}
