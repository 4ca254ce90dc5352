import type { Check, Item, Mail } from '../question.ts';
import { placeOf, queryOf, type View } from '../view.ts';
import { CLIPPED, HEAVY } from '../mail-checks.ts';
import { Mark } from './icons.tsx';

/** A mail as the list of a phone's mailbox shows it. */
export function Mailbox({ mail }: { mail: Mail }) {
  return (
    <section aria-labelledby="mailbox-title">
      <h2 id="mailbox-title">In the mailbox</h2>
      <div className="listed">
        <span className="initial" aria-hidden="true">
          {mail.from.slice(0, 1)}
        </span>
        <p>
          <span className="sender">{mail.from}</span>
          <span className="time">9:41</span>
          <span className="subject">{mail.subject}</span>
          <span className="preheader">{mail.preheader}</span>
        </p>
      </div>
    </section>
  );
}

/** How heavy a mail is, on the way to where Gmail cuts it off. */
export function Weight({ bytes }: { bytes: number }) {
  const state = bytes >= CLIPPED ? 'bad' : bytes >= HEAVY ? 'warn' : 'good';
  return (
    <section aria-labelledby="weight-title">
      <h2 id="weight-title">
        Weight <b className={state}>{(bytes / 1_000).toFixed(1)} kB</b>
      </h2>
      <meter className={state} min={0} max={CLIPPED} value={Math.min(bytes, CLIPPED)} aria-labelledby="weight-title" />
      <p className="quiet">{state === 'good' ? 'Gmail cuts mails off at 102 kB.' : state === 'warn' ? 'Close to 102 kB, where Gmail cuts mails off.' : 'Gmail cuts this mail off, the way to unsubscribe with it.'}</p>
    </section>
  );
}

export function Checks({ checks }: { checks: readonly Check[] }) {
  const good = checks.filter(({ state }) => state === 'good').length;
  const rank = { bad: 0, warn: 1, good: 2 };
  return (
    <section aria-labelledby="checks-title">
      <h2 id="checks-title">
        Checks <b>{`${good} of ${checks.length}`}</b>
      </h2>
      <ul className="checks">
        {[...checks].sort((one, other) => rank[one.state] - rank[other.state]).map(({ state, title, detail }) => (
          <li key={title} className={state}>
            <Mark state={state} />
            <div>
              {title}
              {detail && <p className="quiet">{detail}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Lines({ lines }: { lines: readonly (readonly [string, string])[] }) {
  return (
    <section aria-labelledby="lines-title">
      <h2 id="lines-title">The piece</h2>
      <dl>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What it is written from, to be tried otherwise. */
export function Props({ type, item, view }: { type: string; item: Item; view: View }) {
  const path = placeOf(type, item);
  const isPage = item.kind === 'page';
  const shown = view.props ?? item.sample;
  return (
    <section aria-labelledby="props-title">
      <h2 id="props-title">{isPage ? 'Facts' : 'Props'}</h2>
      <form action={path} method="get" className="props">
        {Object.entries({ ...view, props: undefined }).map(([name, value]) => (value === undefined ? null : <input key={name} type="hidden" name={name} value={String(value)} />))}
        <textarea name="props" defaultValue={shown} rows={Math.min(14, Math.max(4, shown.split('\n').length + 1))} spellCheck={false} aria-labelledby="props-title" />
        <p className="buttons">
          <button type="submit">Show</button>
          {view.props !== undefined && <a href={`${path}${queryOf({ ...view, props: undefined })}`}>Back to the sample</a>}
        </p>
      </form>
      {item.presets.length > 0 && (
        <details className="presets" open={item.presets.length <= 4 || undefined}>
          <summary>{item.presets.length === 1 ? 'As the path sends it' : `${item.presets.length} ways in which paths send it`}</summary>
          <ul>
            {item.presets.map((preset) => (
              <li key={preset}>
                <a href={`${path}${queryOf({ ...view, props: preset })}`} aria-current={preset === view.props ? 'true' : undefined}>
                  {inShort(preset)}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** `offer: replace`. */
function inShort(preset: string): string {
  const text = Object.entries(JSON.parse(preset) as object).map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`).join(', ');
  return text === '' ? 'no props' : text;
}
