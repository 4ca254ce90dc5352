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

/** What all see of it is drawn once: the page is opened by thousands on the day that the cards arrive. */
function BoilerCheck({ context, known, words }: PartProps) {
  const thanked = context.answered || context.asked.every(({ fact }) => fact === 'visit');
  const isFresh = !thanked && !known.interest && Object.keys(context.problems).length + Object.keys(context.given).length === 0;
  const { firstName } = context.person;
  const { action, formId, unsubscribe } = context;
  const parts = { context, known, words, thanked };
  return (
    <>
      <header
        className="hero"
        dangerouslySetInnerHTML={remembered(words, `hero ${context.answered} ${thanked} ${Boolean(firstName)}`, ({ name }) => <Hero {...parts} firstName={firstName && name} />, { name: firstName ?? '' })}
      />
      {isFresh ? (
        <main
          className="asking"
          dangerouslySetInnerHTML={remembered(words, `main ${known.energy} ${known.boilerAge} ${context.asked.map(({ fact }) => fact).join()}`, (own) => <Parts {...parts} context={{ ...context, ...own }} />, { action, formId })}
        />
      ) : (
        <main className={thanked ? 'thanked' : 'asking'}>
          <Parts {...parts} />
        </main>
      )}
      <footer dangerouslySetInnerHTML={remembered(words, 'footer', (own) => <Footer words={words} {...own} />, { unsubscribe })} />
    </>
  );
}

interface StandingProps extends PartProps {
  readonly thanked: boolean;
}

function Hero({ context: { answered, locale }, words, thanked, firstName }: StandingProps & { readonly firstName: string | null }) {
  return (
    <div className="hero-inner">
      <p className="brand">
        <Flame />
        <span className="brand-name">{brand.name}</span>
        <span className="brand-claim">{brand.claim[language(locale)]}</span>
      </p>
      <h1>{answered ? words.thanks(firstName) : words.greeting(firstName)}</h1>
      <p className="lead">{answered ? words.thanksLead : thanked ? words.back : words.lead}</p>
      <HomeAtNight />
    </div>
  );
}

function Parts({ thanked, ...parts }: StandingProps) {
  const { context, known, words } = parts;
  const choices = context.asked.filter(({ fact }) => fact !== 'visit');
  return (
    <>
      {thanked ? <Ticket {...parts} /> : <AgeCard {...parts} />}
      {(thanked || known.interest) && <Visit {...parts} />}
      {thanked && <StoreCard {...parts} />}
      {choices.length > 0 && <Questions {...parts} asked={choices} />}
      {thanked && <ConsentForm context={context} title={words.mail.title} lead={words.mail.lead} send={words.mail.send} />}
    </>
  );
}

function Footer({ words, unsubscribe }: Pick<PartProps, 'words'> & Pick<PageContext, 'unsubscribe'>) {
  return (
    <>
      <p>{words.use}</p>
      <p>
        {brand.address} · <a href={unsubscribe}>{words.withdraw}</a>
      </p>
    </>
  );
}
