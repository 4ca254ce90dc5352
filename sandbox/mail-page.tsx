import type { KeptMail, MailEvent } from './mail.ts';
import { renderPage, stageOf, Status, Time } from './page-frame.tsx';

/** The ways to look at a mail, in the order of their tabs. */
export const VIEWS = ['mail', 'phone', 'text', 'headers'] as const;
export type View = (typeof VIEWS)[number];

const TABS: Record<View, string> = { mail: 'Mail', phone: 'On a phone', text: 'Plain text', headers: 'Headers' };

interface Parts {
  readonly mail: KeptMail;
  readonly events: readonly MailEvent[];
}

/** One mail. */
export function mailPage({ mail, events, view }: Parts & { view: View }): string {
  return renderPage(
    mail.subject || '(no subject)',
    <>
      <a className="back" href="/">
        ← All mails
      </a>
      <h1>{mail.subject || '(no subject)'}</h1>
      <p className="facts">
        <span>
          to <a href={`/?${new URLSearchParams({ to: mail.recipients[0] ?? '' }).toString()}`}><b>{mail.to}</b></a>
        </span>
        <span>
          from <b>{mail.from}</b>
        </span>
        <Time at={mail.at} />
        <Status events={events} />
      </p>
      <nav aria-label="Views">
        {VIEWS.map((one) => (
          <a key={one} href={`?view=${one}`} aria-current={one === view ? 'page' : undefined}>
            {TABS[one]}
          </a>
        ))}
      </nav>
      <div className={view === 'phone' ? 'sheet phone' : 'sheet'}>
        {view === 'text' ? <pre>{mail.text}</pre> : view === 'headers' ? <Headers mail={mail} events={events} /> : <Letter mail={mail} />}
      </div>
    </>,
  );
}

/** The mail as its reader sees it, with no script and no way out but new windows. */
function Letter({ mail }: { mail: KeptMail }) {
  const html = mail.html.includes('<head>') ? mail.html.replace('<head>', '<head><base target="_blank">') : `<base target="_blank">${mail.html || `<pre>${escape(mail.text)}</pre>`}`;
  return <iframe sandbox="allow-popups allow-popups-to-escape-sandbox" srcDoc={html} title={mail.subject} />;
}

function Headers({ mail, events }: Parts) {
  const rows: [string, string][] = [
    ['From', mail.from],
    ['To', mail.to],
    ['Subject', mail.subject],
    ...Object.entries(mail.headers),
    ...mail.tags.map((tag): [string, string] => ['Tag', tag]),
    ...Object.entries(mail.variables).map(([name, value]): [string, string] => [`Variable ${name}`, value]),
    ...Object.entries(mail.options).map(([name, value]): [string, string] => [`Option ${name}`, value]),
    ...mail.attachments.map(({ name, bytes }): [string, string] => ['Attachment', `${name}, ${bytes} bytes`]),
  ];
  return (
    <dl>
      {rows.map(([name, value], index) => [<dt key={`name-${index}`}>{name}</dt>, <dd key={`value-${index}`}>{value}</dd>])}
      {events.map((event) => [
        <dt key={event.id}>
          <Time at={event.timestamp * 1_000} />
        </dt>,
        <dd key={`${event.id}-what`}>
          <span className={`status ${stageOf(event)}`}>
            {event.event} {event.severity} {event.reason}
          </span>
        </dd>,
      ])}
    </dl>
  );
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
