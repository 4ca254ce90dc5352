import { asking } from '../../content/ask.ts';
import { consent } from '../../content/consent.ts';
import type { PageContext, PersonalPage } from '../../content/index.ts';
import { knownBy } from '../../content/known-facts.ts';
import { ConsentForm, language, remembered } from '../../kit/index.ts';
import { brand } from '../brand.ts';
import { facts as schema, type BoilerFacts } from '../facts.ts';
import { AgeCard } from './age-card.tsx';
import { styles } from './boiler-check-styles.ts';
import { wordings, type Wording } from './boiler-check-wording.ts';
import { Flame, HomeAtNight } from './drawings.tsx';
import { Questions } from './questions.tsx';
import { StoreCard, Ticket } from './thanks.tsx';
import { visit, Visit } from './visit.tsx';

/** What the parts of the page are drawn from. */
export interface PartProps {
  readonly context: PageContext;
  readonly known: Partial<BoilerFacts>;
  readonly words: Wording;
}

const ask = asking<BoilerFacts>();
const known = knownBy(schema);

/**
 * The boiler check: greets the reader, says where their boiler stands, asks the one or two things that are not known yet, then gives
 * a voucher and the way to the nearest store; who wants a new installation is asked when somebody may come. It works without JavaScript; the second question shows itself by CSS.
 */
export const boilerCheck: PersonalPage = {
  title: ({ locale }) => `${wordings[language(locale)].title} · ${brand.name}`,
  styles,
  body: (context) => <BoilerCheck context={context} known={known(context.facts)} words={wordings[language(context.locale)]} />,
  asks: [ask('interest', { fr: wordings.fr.interest, en: wordings.en.interest }), ask('horizon', { fr: wordings.fr.horizon, en: wordings.en.horizon }), visit],
  consents: [consent('email', { version: 1, fr: wordings.fr.mail.agree, en: wordings.en.mail.agree })],
  greets: 'first-name',
};

function Brand({ locale }: Pick<PageContext, 'locale'>) {
  return (
    <>
      <Flame />
      <span className="brand-name">{brand.name}</span>
      <span className="brand-claim">{brand.claim[language(locale)]}</span>
    </>
  );
}

function BoilerCheck({ context, known, words }: PartProps) {
  const choices = context.asked.filter(({ fact }) => fact !== 'visit');
  const thanked = context.answered || choices.length === 0;
  const { firstName } = context.person;
  const parts = { context, known, words };
  return (
    <>
      <header className="hero">
        <div className="hero-inner">
          <p className="brand" dangerouslySetInnerHTML={remembered(words, 'brand', () => <Brand locale={context.locale} />)} />
          <h1>{context.answered ? words.thanks(firstName) : words.greeting(firstName)}</h1>
          <p className="lead">{context.answered ? words.thanksLead : thanked ? words.back : words.lead}</p>
          <HomeAtNight />
        </div>
      </header>
      <main className={thanked ? 'thanked' : 'asking'}>
        {thanked ? <Ticket {...parts} /> : <AgeCard {...parts} />}
        {(thanked || known.interest) && <Visit {...parts} />}
        {thanked && <StoreCard {...parts} />}
        {choices.length > 0 && <Questions {...parts} asked={choices} />}
        {thanked && <ConsentForm context={context} title={words.mail.title} lead={words.mail.lead} send={words.mail.send} />}
      </main>
      <footer>
        <p>{words.use}</p>
        <p>
          {brand.address} · <a href={context.unsubscribe}>{words.withdraw}</a>
        </p>
      </footer>
    </>
  );
}
