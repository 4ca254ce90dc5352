import { asking } from '../../content/ask.ts';
import { consent } from '../../content/consent.ts';
import type { PageContext, PersonalPage } from '../../content/index.ts';
import { knownBy } from '../../content/known-facts.ts';
import { ConsentForm } from '../../kit/consent-form.tsx';
import { drawing } from '../../kit/drawing.tsx';
import { language } from '../../kit/language.ts';
import { PageFooter, Ticket } from '../../kit/page-parts.tsx';
import { QuestionForm } from '../../kit/question-form.tsx';
import { typeset } from '../../kit/typeset.ts';
import { brand } from '../brand.ts';
import { CALLED } from '../equipment.ts';
import { facts as schema, type EquipmentFacts } from '../facts.ts';
import { styles } from './look.ts';
import { wordings, type About } from './wording.ts';

const ask = asking<EquipmentFacts>();

/** Where mail and cards of a season lead. Its questions are asked anew each season, whatever was answered last year: what they wish, and when somebody may come. */
export function seasonPage(about: About): PersonalPage {
  return {
    title: ({ locale }) => `${wordings[language(locale)].title[about]} · ${brand.name}`,
    styles,
    body: (context) => <SeasonPage context={context} about={about} />,
    asks: [ask('wish', { fr: wordings.fr.wish, en: wordings.en.wish }, { anew: true }), ask('slot', { fr: wordings.fr.slot, en: wordings.en.slot }, { anew: true })],
    consents: [consent('email', { version: 1, fr: wordings.fr.mail.agree, en: wordings.en.mail.agree })],
    greets: 'first-name',
  };
}

function SeasonPage({ context, about }: { context: PageContext; about: About }) {
  const speech = language(context.locale);
  const words = wordings[speech];
  const { firstName } = context.person;
  const { wish } = knownOf(context);
  const isAnswered = context.answered || !context.asked.some(({ fact }) => fact === 'wish');
  const isPutOff = isAnswered && wish === 'later';
  return (
    <>
      <header className="hero">
        <div className="hero-inner">
          <p className="brand">
            <span className="brand-name">{brand.name}</span>
            <span className="brand-claim">{brand.claim[speech]}</span>
          </p>
          <h1>{typeset(isAnswered ? words.thanks(firstName) : words.hello(firstName))}</h1>
          <p className="lead">{typeset(isPutOff ? words.putOff : isAnswered ? words.thanked : words.lead[about])}</p>
          <Night />
        </div>
      </header>
      <main>
        {isAnswered && !isPutOff && <Ticket context={context} {...words.ticket} barcode={false} />}
        {!isPutOff && <QuestionForm context={context} title={typeset(isAnswered ? words.formMore : words.form)} check={typeset(words.check)} send={words.send} hint={words.hint} />}
        <Installation context={context} />
        {isAnswered && <ConsentForm context={context} title={typeset(words.mail.title)} lead={words.mail.lead} send={words.mail.send} />}
      </main>
      <PageFooter context={context} brand={brand} use={words.use} />
    </>
  );
}

function Installation({ context }: { context: PageContext }) {
  const speech = language(context.locale);
  const { title, kind, since, agency } = wordings[speech].installation;
  const known = knownOf(context);
  const name = known.equipment && CALLED[speech][known.equipment];
  return (
    <section className="card installation" aria-labelledby="installation-title">
      <h2 id="installation-title">{title}</h2>
      <dl>
        {name && <Line term={kind} text={name.charAt(0).toUpperCase() + name.slice(1)} />}
        {known.installedYear !== undefined && <Line term={since} text={String(known.installedYear)} />}
        {known.agency && <Line term={agency} text={`${brand.name} ${known.agency}`} />}
      </dl>
    </section>
  );
}

const known = knownBy(schema);

function knownOf({ facts }: PageContext): Partial<EquipmentFacts> {
  return known(facts);
}

function Line({ term, text }: { term: string; text: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </div>
  );
}

/** The moon over a roof; decoration. */
const Night = drawing(
  <svg className="night" viewBox="0 0 190 150" aria-hidden="true">
    <circle cx="132" cy="42" r="30" fill="#f4c95d" />
    <circle cx="120" cy="34" r="26" fill="#17365c" />
    <g fill="#ffffff" opacity=".8">
      <circle cx="30" cy="30" r="2" />
      <circle cx="70" cy="14" r="1.500" />
      <circle cx="176" cy="92" r="1.800" />
      <circle cx="52" cy="70" r="1.500" />
    </g>
    <path fill="#2c5383" d="M22 150V104l46-34 46 34v46z" />
    <path fill="none" stroke="#f4c95d" strokeWidth="6" strokeLinecap="round" strokeLinejoin="round" d="M12 110l56-42 56 42" />
    <path fill="#f4c95d" d="M42 112h18v18H42zM76 112h18v18H76z" />
  </svg>,
);
