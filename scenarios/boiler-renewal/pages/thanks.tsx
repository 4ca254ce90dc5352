import { Barcode } from '../../kit/index.ts';
import { brand } from '../brand.ts';
import { DUE } from './age-card.tsx';
import type { PartProps } from './boiler-check.tsx';

/** The voucher, for what the person asked or else for what the postcard offered, with what the person told us on its stub. */
export function Ticket({ context, known, words }: PartProps) {
  return (
    <section className="ticket" aria-labelledby="voucher-title">
      <div className="ticket-face">
        <h2 id="voucher-title">{words.voucher.name}</h2>
        <p className="gives">{words.voucher.gives[known.interest ?? ((known.boilerAge ?? DUE) >= DUE ? 'replace' : 'service')]}</p>
        <p className="code-label">{words.voucher.code}</p>
        <p className="code">{context.voucher}</p>
        <Barcode code={context.voucher} locale={context.locale} />
        <p>{words.voucher.how}</p>
      </div>
      {(known.interest || known.horizon) && (
        <dl className="ticket-stub">
          {known.interest && (
            <div>
              <dt>{words.interest.said}</dt>
              <dd>{words.interest.choices[known.interest].noted}</dd>
            </div>
          )}
          {known.horizon && (
            <div>
              <dt>{words.horizon.said}</dt>
              <dd>{words.horizon.choices[known.horizon].noted}</dd>
            </div>
          )}
        </dl>
      )}
    </section>
  );
}

export function StoreCard({ known, words }: PartProps) {
  return (
    <section className="card store" aria-labelledby="store-title">
      <h2 id="store-title">{words.store.title}</h2>
      {known.store && (
        <p className="store-name">
          {brand.name} {known.store} <span>{words.store.distance(known.storeDistance)}</span>
        </p>
      )}
      <p>{words.store.invite}</p>
      <p>
        <a className="quiet-button" href={brand.shop} rel="noreferrer">
          {words.shop}
        </a>
      </p>
    </section>
  );
}
