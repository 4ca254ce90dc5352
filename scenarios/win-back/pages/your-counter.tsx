import { asking } from '../../content/ask.ts';
import { consent } from '../../content/consent.ts';
import type { PageContext, PersonalPage } from '../../content/index.ts';
import { knownBy } from '../../content/known-facts.ts';
import { ConsentForm, language, PageFooter, pageStyles, QuestionForm, Ticket } from '../../kit/index.ts';
import { brand, colours } from '../brand.ts';
import { facts as schema, type LapsedFacts } from '../facts.ts';
import { CupOnShelf } from './drawings.tsx';
import { wordings } from './your-counter-wording.ts';

const face = '"Trebuchet MS","Lucida Grande",Verdana,"DejaVu Sans",sans-serif';
const { bean, mint, leaf, foam, ink, line, crema, berry } = colours;

const styles = `${pageStyles({
  page: mint,
  card: foam,
  ink,
  heading: bean,
  muted: '#5a5a4c',
  line,
  hero: { ground: bean, text: foam },
  accent: leaf,
  onAccent: '#ffffff',
  accentHover: '#17543f',
  chosen: '#f1f8f3',
  alert: berry,
  headingFace: face,
  bodyFace: face,
  radius: 24,
})}
.hero-inner{padding-bottom:232px}
.cup{position:absolute;left:50%;bottom:66px;width:216px;transform:translateX(-50%);overflow:visible}
.ticket{border-top-color:${crema}}
.gives{font-size:22px}
@media (min-width:860px){.hero-inner{padding-bottom:160px}.cup{left:auto;right:60px;bottom:86px;width:300px;transform:none}}
`;

const ask = asking<LapsedFacts>();
const known = knownBy(schema);

/** The customer's page: the code of their offer, and one question: why did we lose sight of you? */
export const yourCounter: PersonalPage = {
  title: ({ locale }) => `${wordings[language(locale)].title} · ${brand.name}`,
  styles,
  body: (context) => <YourCounter context={context} />,
  asks: [ask('reason', { fr: wordings.fr.form, en: wordings.en.form })],
  consents: [consent('email', { version: 1, fr: wordings.fr.mail.agree, en: wordings.en.mail.agree })],
  greets: 'first-name',
};

function YourCounter({ context }: { context: PageContext }) {
  const speech = language(context.locale);
  const words = wordings[speech];
  const { firstName } = context.person;
  const { reason } = known(context.facts);
  const { title, check, send, hint } = words.form;
  const stopped = context.answered && reason === 'stopped';
  // Whoever no longer drinks coffee is asked for nothing more.
  const asksToWrite = reason !== undefined && reason !== 'stopped';
  return (
    <>
      <header className="hero">
        <div className="hero-inner">
          <p className="brand">
            <span className="brand-name">{brand.name}</span>
            <span className="brand-claim">{brand.claim[speech]}</span>
          </p>
          <h1>{context.answered ? words.thanks(firstName) : words.headline(firstName)}</h1>
          <p className="lead">{stopped ? words.farewell : context.answered ? words.thanksLead : words.lead}</p>
          <CupOnShelf />
        </div>
      </header>
      <main>
        <Ticket context={context} title={words.voucher.name} gives={words.voucher.gives} code={words.voucher.code} how={words.voucher.how} />
        <QuestionForm context={context} title={title} check={check} send={send} hint={hint} />
        {asksToWrite && <ConsentForm context={context} title={words.mail.title} lead={words.mail.lead} send={words.mail.send} />}
      </main>
      <PageFooter context={context} brand={brand} use={words.use} />
    </>
  );
}
