import type { AreaPage, AreaPageContext } from '../../content/index.ts';
import { language } from '../../kit/language.ts';
import { typeset } from '../../kit/typeset.ts';
import { brand } from '../brand.ts';
import { Basket } from './basket.tsx';
import { styles } from './look.ts';
import { wordings, type Wording } from './wording.ts';

/** Where a leaflet leads: nobody is known yet, and its form makes the prospect. */
export const areaPage: AreaPage = {
  title: ({ locale }) => `${wordings[language(locale)].title} · ${brand.name}`,
  styles,
  body: (context) => <Page context={context} words={wordings[language(context.locale)]} />,
  asks: ['interest', 'household'],
  consents: (locale) => wordings[language(locale)].consents,
};

interface Props {
  readonly context: AreaPageContext;
  readonly words: Wording;
}

function Page({ context, words }: Props) {
  return (
    <>
      <header className="hero">
        <div className="hero-inner">
          <p className="brand">
            <span className="brand-name">{brand.name}</span>
            <span className="brand-claim">{brand.claim[language(context.locale)]}</span>
          </p>
          <h1>{typeset(context.answered ? words.thanks(context.given['firstName']) : words.hello(context.area.name))}</h1>
          <p className="lead">{typeset(context.answered ? words.thanked : words.lead)}</p>
          <Basket />
        </div>
      </header>
      <main>
        {!context.answered && <Form context={context} words={words} />}
        <section className="card" aria-labelledby="next-title">
          <h2 id="next-title">{typeset(words.next.title)}</h2>
          <ol className="steps">
            {words.next.steps.map((step) => (
              <li key={step}>{typeset(step)}</li>
            ))}
          </ol>
        </section>
      </main>
      <footer>
        <p>{typeset(words.use)}</p>
        <p>{brand.address}</p>
      </footer>
    </>
  );
}

function Form({ context, words }: Props) {
  return (
    <form className="card form" method="post" action={context.action}>
      <h2>{words.form}</h2>
      {Object.keys(context.problems).length > 0 && (
        <p className="alert" role="alert">
          {typeset(words.check)}
        </p>
      )}
      <input type="hidden" name="form" value={context.formId} />
      {(['interest', 'household'] as const).map((field) => (
        <fieldset key={field} className={`question ${field}`}>
          <legend>{typeset(words[field].legend)}</legend>
          <Problem context={context} field={field} />
          <div className="choices">
            {Object.entries(words[field].choices).map(([value, { label }]) => (
              <label className="choice" key={value}>
                <input type="radio" name={field} value={value} required={field === 'interest'} defaultChecked={context.given[field] === value} />
                <span className="choice-label">{label}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <fieldset>
        <legend>{typeset(words.reach)}</legend>
        <p className="choice-hint">{typeset(words.either)}</p>
        <div className="fields">
          <div className="pair">
            <Field context={context} name="firstName" label={words.fields.firstName} complete="given-name" />
            <Field context={context} name="lastName" label={words.fields.lastName} complete="family-name" />
          </div>
          <Field context={context} name="email" label={words.fields.email} complete="email" type="email" />
          <Field context={context} name="addressLine" label={words.fields.addressLine} complete="address-line1" />
          <div className="pair">
            <Field context={context} name="postcode" label={words.fields.postcode} complete="postal-code" />
            <Field context={context} name="city" label={words.fields.city} complete="address-level2" />
          </div>
        </div>
        <label className="website" aria-hidden="true">
          Website <input type="text" name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </fieldset>
      <div className="consents">
        {Object.entries(words.consents).map(([medium, text]) => (
          <label className="consent" key={medium}>
            <input type="checkbox" name={`consent-${medium}`} value="yes" defaultChecked={context.given[`consent-${medium}`] === 'yes'} />
            <span>{typeset(text)}</span>
          </label>
        ))}
      </div>
      <button type="submit">{typeset(words.send)}</button>
      <p className="hint">{words.hint}</p>
    </form>
  );
}

function Field({ context, name, label, complete, type = 'text' }: { context: AreaPageContext; name: string; label: string; complete: string; type?: 'text' | 'email' }) {
  return (
    <label className="field">
      <span>{label}</span>
      <Problem context={context} field={name} />
      <input type={type} name={name} autoComplete={complete} maxLength={type === 'email' ? 254 : 38} defaultValue={context.given[name] ?? ''} />
    </label>
  );
}

function Problem({ context, field }: { context: AreaPageContext; field: string }) {
  const problem = context.problems[field];
  return problem === undefined ? null : <strong className="problem">{problem}</strong>;
}
