import { asking } from '../../content/ask.ts';
import type { PageContext, PersonalPage } from '../../content/index.ts';
import { language } from '../../kit/language.ts';
import { PageFooter, Ticket } from '../../kit/page-parts.tsx';
import { QuestionForm } from '../../kit/question-form.tsx';
import { brand } from '../brand.ts';
import type { StarterFacts } from '../facts.ts';
import { styles } from '../look.tsx';
import { wordings } from './your-voucher-wording.ts';

const ask = asking<StarterFacts>();

/** Greets the reader, gives the voucher, and asks the one thing that we want to know. */
export const yourVoucher: PersonalPage = {
  title: ({ locale }) => `${wordings[language(locale)].title} · ${brand.name}`,
  styles,
  body: (context) => <YourVoucher context={context} />,
  asks: [ask('reads', { fr: wordings.fr.question, en: wordings.en.question })],
  greets: 'first-name',
};

function YourVoucher({ context }: { context: PageContext }) {
  const speech = language(context.locale);
  const words = wordings[speech];
  const { firstName } = context.person;
  return (
    <>
      <header className="hero">
        <div className="hero-inner">
          <p className="brand">
            <span className="brand-name">{brand.name}</span>
            <span className="brand-claim">{brand.claim[speech]}</span>
          </p>
          <h1>{context.answered ? words.thanks(firstName) : words.greeting(firstName)}</h1>
          <p className="lead">{context.asked.length === 0 ? words.soon : words.lead}</p>
        </div>
      </header>
      <main>
        <QuestionForm context={context} title={words.form} check={words.check} send={words.send} hint={words.hint} />
        <Ticket context={context} {...words.ticket} />
      </main>
      <PageFooter context={context} brand={brand} use={words.use} />
    </>
  );
}
