import type { PageContext } from '../content/index.ts';
import type { Brand } from './brand.ts';
import { Barcode } from './barcode.tsx';
import { language } from './language.ts';

interface TicketProps {
  readonly context: PageContext;
  readonly title: string;
  /** What it is worth, such as `60 € sur votre vélo`. */
  readonly gives: string;
  readonly code: string;
  /** How and until when to use it. */
  readonly how: string;
  /** Shown for the scanner of a till unless said. */
  readonly barcode?: boolean;
}

/** The person's voucher, to be shown in a store or typed into the shop. */
export function Ticket({ context, title, gives, code, how, barcode = true }: TicketProps) {
  return (
    <section className="ticket" aria-labelledby="voucher-title">
      <h2 id="voucher-title">{title}</h2>
      <p className="gives">{gives}</p>
      <p className="code-label">{code}</p>
      <p className="code">{context.voucher}</p>
      {barcode && <Barcode code={context.voucher} locale={context.locale} />}
      <p className="how">{how}</p>
    </section>
  );
}

const MAP = { fr: 'Voir sur la carte', en: 'Show on the map' };

/** The way to a store, on a map that asks nobody who they are. The address comes from the scenario's content, never from the reader. */
export function MapLink({ context, address }: { context: PageContext; address: string }) {
  return (
    <a className="quiet-button" href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`} rel="noreferrer">
      {MAP[language(context.locale)]}
    </a>
  );
}

const WITHDRAW = { fr: 'Ne plus recevoir nos messages', en: 'Stop receiving our messages' };

/** Who writes, what answers are used for, and the way out. */
export function PageFooter({ context, brand, use }: { context: PageContext; brand: Brand; use: string }) {
  return (
    <footer>
      <p>{use}</p>
      <p>
        {brand.address} · <a href={context.unsubscribe}>{WITHDRAW[language(context.locale)]}</a>
      </p>
    </footer>
  );
}
