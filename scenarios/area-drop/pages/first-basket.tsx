import type { PageContext, PersonalPage } from '../../content/index.ts';
import { language } from '../../kit/language.ts';
import { PageFooter, Ticket } from '../../kit/page-parts.tsx';
import { typeset } from '../../kit/typeset.ts';
import { brand } from '../brand.ts';
import { Basket } from './basket.tsx';
import { styles } from './look.ts';
import { wordings } from './wording.ts';

/** Where mails and card lead: the voucher, and what is in the basket. */
export const firstBasket: PersonalPage = {
  title: ({ locale }) => `${wordings[language(locale)].basket.title} · ${brand.name}`,
  styles,
  body: (context) => <FirstBasket context={context} />,
  asks: [],
  greets: 'first-name',
};

function FirstBasket({ context }: { context: PageContext }) {
  const speech = language(context.locale);
  const { basket, use } = wordings[speech];
  return (
    <>
      <header className="hero">
        <div className="hero-inner">
          <p className="brand">
            <span className="brand-name">{brand.name}</span>
            <span className="brand-claim">{brand.claim[speech]}</span>
          </p>
          <h1>{typeset(basket.hello(context.person.firstName))}</h1>
          <p className="lead">{typeset(basket.lead)}</p>
          <Basket />
        </div>
      </header>
      <main>
        <Ticket context={context} {...basket.ticket} />
        <section className="card" aria-labelledby="inside-title">
          <h2 id="inside-title">{basket.inside.title}</h2>
          <ul>
            {basket.inside.list.map((one) => (
              <li key={one}>{typeset(one)}</li>
            ))}
          </ul>
        </section>
      </main>
      <PageFooter context={context} brand={brand} use={use} />
    </>
  );
}
