import type { KeptMail, MailEvent } from './mail.ts';
import { renderPage, Status, Time } from './page-frame.tsx';

export interface MailboxPage {
  /** Newest first. */
  readonly mails: readonly KeptMail[];
  readonly eventsOf: (mail: number) => readonly MailEvent[];
  /** Part of a recipient's address. */
  readonly search: string;
  /** Number of the last mail shown, when there are older ones. */
  readonly older: number | undefined;
  readonly total: number;
}

/** The list of mails. */
export function mailboxPage({ mails, eventsOf, search, older, total }: MailboxPage): string {
  return renderPage(
    'Sandbox mailbox',
    <>
      <header className="top">
        <div>
          <h1>Sandbox mailbox</h1>
          <p className="aside">{total === 0 ? 'Nothing sent yet' : `${total.toLocaleString('en-GB')} ${total === 1 ? 'mail' : 'mails'} sent`}. None left this machine.</p>
        </div>
        <form role="search">
          <label htmlFor="to">Recipient’s address</label>
          <input type="search" id="to" name="to" defaultValue={search} />
          <button type="submit">Find</button>
        </form>
      </header>
      {mails.length === 0 ? (
        <Empty search={search} />
      ) : (
        <ul className="mails">
          {mails.map((mail) => (
            <li key={mail.number}>
              <Row mail={mail} events={eventsOf(mail.number)} />
            </li>
          ))}
        </ul>
      )}
      {older !== undefined && (
        <a className="more" href={`/?${new URLSearchParams({ to: search, before: String(older) }).toString()}`}>
          Older mails
        </a>
      )}
    </>,
  );
}

function Row({ mail, events }: { mail: KeptMail; events: readonly MailEvent[] }) {
  return (
    <a href={`/mail/${mail.number}`}>
      <span className="subject">{mail.subject || '(no subject)'}</span>
      <span className="when">
        <Time at={mail.at} />
      </span>
      <span className="who">{mail.to}</span>
      <span className="marks">
        {mail.tags.map((tag) => (
          <span className="tag" key={tag}>
            {tag}
          </span>
        ))}
        <Status events={events} />
      </span>
    </a>
  );
}

function Empty({ search }: { search: string }) {
  return (
    <p className="empty">
      <strong>{search ? `No mail to “${search}”` : 'No mail yet'}</strong>
      {search ? <a href="/">Show all mails</a> : 'Mails appear here as soon as a campaign sends them.'}
    </p>
  );
}
