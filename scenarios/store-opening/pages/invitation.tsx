import { asking } from '../../content/ask.ts';
import { consent } from '../../content/consent.ts';
import type { PageContext, PersonalPage } from '../../content/index.ts';
import { knownBy } from '../../content/known-facts.ts';
import { ConsentForm, language, MapLink, PageFooter, QuestionForm, Ticket, typeset } from '../../kit/index.ts';
import { brand } from '../brand.ts';
import { capital, dayOf } from '../day.ts';
import { facts as schema, type OpeningFacts } from '../facts.ts';
import { STORES } from '../stores.ts';
import { styles } from './invitation-styles.ts';
import { wordings } from './invitation-wording.ts';
import { Lamp, StreetMap } from './street-map.tsx';

const ask = asking<OpeningFacts>();
const known = knownBy(schema);

/** The invitation: when and where, with the map; asks for a time and what they would like to see, then gives the lamp's voucher. */
export const invitation: PersonalPage = {
  title: ({ locale }) => `${wordings[language(locale)].title} · ${brand.name}`,
  styles,
  body: (context) => <Invitation context={context} known={known(context.facts)} />,
  asks: [ask('slot', { fr: wordings.fr.slot, en: wordings.en.slot }), ask('room', { fr: wordings.fr.room, en: wordings.en.room })],
  consents: [consent('email', { version: 1, fr: wordings.fr.mail.agree, en: wordings.en.mail.agree })],
  greets: 'first-name',
  goodFor: '180 days',
};

interface Props {
  readonly context: PageContext;
  readonly known: Partial<OpeningFacts>;
}

function Invitation({ context, known }: Props) {
  const speech = language(context.locale);
  const words = wordings[speech];
  const { person, answered } = context;
  const day = dayOf(known.opening ?? '2027-01-01', speech);
  const { town } = STORES[known.store ?? 'lormoisy'];
  const noted = known.slot !== undefined;
  return (
    <>
      <header className="hero">
        <div className="hero-inner">
          <p className="brand">
            <span className="brand-name">{brand.name}</span>
            <span className="brand-claim">{brand.claim[speech]}</span>
          </p>
          <h1>{answered ? words.thanks(person.firstName) : capital(words.headline(person.firstName, speech === 'fr' ? day.weekday : capital(day.weekday)))}</h1>
          <p className="lead">{answered ? words.thanksLead : typeset(words.lead(day.long, town))}</p>
          <Lamp />
        </div>
      </header>
      <main>
        {noted && <Noted context={context} known={known} />}
        {(noted || answered) && <Ticket context={context} title={words.voucher.name} gives={words.voucher.gives} code={words.voucher.code} how={words.voucher.how} />}
        <Place context={context} known={known} />
        <QuestionForm context={context} {...(noted ? words.formMore : words.form)} />
        {(noted || answered) && <ConsentForm context={context} title={words.mail.title} lead={words.mail.lead} send={words.mail.send} />}
      </main>
      <PageFooter context={context} brand={brand} use={words.use} />
    </>
  );
}

function Noted({ context, known }: Props) {
  const speech = language(context.locale);
  const { noted } = wordings[speech];
  return (
    <section className="card noted" aria-labelledby="noted-title">
      <h2 id="noted-title">{noted.title}</h2>
      <p className="when">{typeset(`${capital(dayOf(known.opening ?? '2027-01-01', speech).long)}, ${noted.when[known.slot ?? 'morning']}`)}</p>
      <p>{noted.text}</p>
    </section>
  );
}

function Place({ context, known }: Props) {
  const speech = language(context.locale);
  const { place } = wordings[speech];
  const store = STORES[known.store ?? 'lormoisy'];
  return (
    <section className="card place" aria-labelledby="place-title">
      <h2 id="place-title">{place.title}</h2>
      <StreetMap store={store} label={place.map} />
      <p className="address">
        {store.street}, {store.where[speech]}
        <span>
          {store.postcode} {store.town} {known.storeDistance !== undefined && `· ${place.distance(known.storeDistance)}`}
        </span>
      </p>
      <dl className="ways">
        {store.access[speech].map(([by, way]) => (
          <div key={by}>
            <dt>{by}</dt>
            <dd>{way}</dd>
          </div>
        ))}
      </dl>
      <MapLink context={context} address={`${store.street}, ${store.postcode} ${store.town}`} />
    </section>
  );
}
