import type { ReactNode } from 'react';
import type { PageContext } from '../../content/index.ts';
import { knownBy } from '../../content/known-facts.ts';
import { language, PageFooter } from '../../kit/index.ts';
import { brand } from '../brand.ts';
import { facts as schema, type CartFacts } from '../facts.ts';
import { Bicycle } from './drawings.tsx';
import { wordings } from './wording.ts';

/** What the pages of the house share: name, headline, bicycle, cards, and the way out. */
export function Frame({ context, headline, lead, children }: { context: PageContext; headline: string; lead: string; children: ReactNode }) {
  const speech = language(context.locale);
  return (
    <>
      <header className="hero">
        <div className="hero-inner">
          <p className="brand">
            <span className="brand-name">{brand.name}</span>
            <span className="brand-claim">{brand.claim[speech]}</span>
          </p>
          <h1>{headline}</h1>
          <p className="lead">{lead}</p>
          <Bicycle />
        </div>
      </header>
      <main>{children}</main>
      <PageFooter context={context} brand={brand} use={wordings[speech].use} />
    </>
  );
}

/** What lies in the cart, and the way back to the order. */
export function CartSummary({ context, saving = 0 }: { context: PageContext; saving?: number }) {
  const { summary } = wordings[language(context.locale)];
  const { product, items = 1, cartValue } = knownOf(context);
  return (
    <section className="card cart" aria-labelledby="cart-title">
      <h2 id="cart-title">{summary.title}</h2>
      <dl>
        {product && <Line term={summary.product} text={product} />}
        {items > 1 && <Line term={summary.others} text={summary.otherItems(items - 1)} />}
        {saving > 0 && <Line term={summary.voucher} text={euros(-saving, context.locale)} />}
        {cartValue !== undefined && <Line term={summary.total} text={euros(cartValue - saving, context.locale)} />}
      </dl>
      <a className="button" href={`${brand.shop}/panier`} rel="noreferrer">
        {summary.order}
      </a>
    </section>
  );
}

function Line({ term, text }: { term: string; text: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </div>
  );
}

const known = knownBy(schema);

export function knownOf({ facts }: PageContext): Partial<CartFacts> {
  return known(facts);
}

/** Euros as the person writes them; cents only where there are some. */
export function euros(amount: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', minimumFractionDigits: Number.isInteger(amount) ? 0 : 2 }).format(amount);
}
