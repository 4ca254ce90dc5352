import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { MailEvent } from './mail.ts';
import { styles } from './page-styles.ts';

/** A whole page as HTML. */
export function renderPage(title: string, content: ReactNode): string {
  const document = (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: styles }} />
      </head>
      <body>
        <div className="wrap">{content}</div>
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(document)}`;
}

const SAID = { accepted: 'on its way', delivered: 'delivered', deferred: 'held back', failed: 'bounced', complained: 'reported as spam' } as const;

/** Where a mail stands: its latest event. */
export function Status({ events }: { events: readonly MailEvent[] }) {
  const stage = stageOf(events.at(-1));
  return <span className={`status ${stage}`}>{SAID[stage]}</span>;
}

export function stageOf(event: MailEvent | undefined): keyof typeof SAID {
  return event?.event === 'failed' && event.severity === 'temporary' ? 'deferred' : (event?.event ?? 'accepted');
}

const TIME = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** A moment in the server's time zone, such as `22 Nov, 21:53:07`. */
export function Time({ at }: { at: string | number }) {
  const date = new Date(at);
  return <time dateTime={date.toISOString()}>{TIME.format(date)}</time>;
}
