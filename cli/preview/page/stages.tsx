import type { Card, Item, Mail } from '../question.ts';
import { placeOf, queryOf, type View } from '../view.ts';

interface Props {
  readonly type: string;
  readonly item: Item;
  readonly view: View;
}

const SANDBOX = 'allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox';

/** A mail as a mailbox shows it on a desk and on a phone. */
export function MailStage({ mail, type, item, view }: Props & { mail: Mail }) {
  if (view.part === 'text') {
    return (
      <div className="stage">
        <pre className="text-part" tabIndex={0} role="region" aria-label="Plain text">
          {mail.text}
        </pre>
      </div>
    );
  }
  const source = `/frame${placeOf(type, item)}${queryOf(view)}`;
  const night = view.colours === 'light' ? '' : ' night';
  return (
    <div className={`stage both${night}`}>
      <figure className="desk">
        <div className="window">
          <p className="row">
            <span className="sender">{mail.from}</span>
            <span className="subject">{mail.subject}</span>
            <span className="preheader">{mail.preheader}</span>
            <span className="time">9:41</span>
          </p>
          <iframe src={source} sandbox={SANDBOX} title={`${item.name} on a desktop`} data-fit="" />
        </div>
        <figcaption>Desktop</figcaption>
      </figure>
      <Phone source={source} title={`${item.name} on a phone`} caption="Phone, 375 pixels wide" />
    </div>
  );
}

/** A page on phones, as it is opened and after its form. */
export function PageStage({ type, item, view }: Props) {
  const source = (state: View['state']) => `/frame${placeOf(type, item)}${queryOf({ ...view, state })}`;
  return (
    <div className="stage pages">
      <Phone source={source('asked')} title={`${item.name} before its form`} caption="As it is opened. Its form works: try it." />
      <Phone source={source('answered')} title={`${item.name} after its form`} caption="After its form" />
      <figure className="desk wide">
        <div className="window">
          <p className="row">
            <span className="address">{`…${item.kind === 'area' ? '/a/K7QX2' : '/p/elodie-martin-roux-…'}`}</span>
          </p>
          <iframe src={source('asked')} sandbox={SANDBOX} title={`${item.name} on a desktop`} data-fit="" />
        </div>
        <figcaption>Desktop</figcaption>
      </figure>
    </div>
  );
}

function Phone({ source, title, caption }: { source: string; title: string; caption: string }) {
  return (
    <figure className="handheld">
      <div className="phone">
        <iframe src={source} sandbox={SANDBOX} title={title} />
      </div>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

/** Both sides of a card, cut as the printer cuts them. */
export function CardStage({ card, type, item, view }: Props & { card: Card }) {
  const path = `${placeOf(type, item)}`;
  const query = queryOf(view);
  return (
    <div className="stage cards">
      {card.sides.map(({ label }, index) => (
        <figure key={label}>
          <div className="trim">
            <img src={`/picture${path}/${index}${query}`} alt={`${item.name}: ${label.toLowerCase()}`} />
          </div>
          <figcaption>{label}</figcaption>
        </figure>
      ))}
      <p className="files">
        {card.pdfs.map((_, index) => (
          <a key={index} href={`/pdf${path}/${index}${query}`} target="_blank" rel="noreferrer">
            {card.pdfs.length === 1 ? 'PDF of both sides' : `PDF of the ${card.sides[index]?.label.toLowerCase()}`}
          </a>
        ))}
      </p>
    </div>
  );
}
