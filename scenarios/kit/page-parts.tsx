import type { PageContext } from '../content/index.ts';
import type { Brand } from './brand.ts';
import { language } from './language.ts';

interface TicketProps {
  readonly context: PageContext;
  readonly title: string;
  /** What it is worth, such as `60 € sur votre vélo`. */
  readonly gives: string;
  readonly code: string;
  /** How and until when to use it. */
  readonly how: string;
}

/** The person's voucher, to be shown in a store or typed into the shop. */
export function Ticket({ context, title, gives, code, how }: TicketProps) {
  return (
    <section className="ticket" aria-labelledby="voucher-title">
      <h2 id="voucher-title">{title}</h2>
      <p className="gives">{gives}</p>
      <p className="code-label">{code}</p>
      <p className="code">{context.voucher}</p>
      <p className="how">{how}</p>
    </section>
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
