import type { ReactNode } from 'react';

/** A part of a page that is refreshed by itself while the page is open. */
export function LivePart({ name, children, className }: { name: string; children: ReactNode; className?: string }) {
  return (
    <div data-live={name} className={className}>
      {children}
    </div>
  );
}

interface CardProps {
  readonly title: string;
  /** What the heading does not say. */
  readonly note?: string | undefined;
  readonly children: ReactNode;
  readonly className?: string;
}

export function Card({ title, note, children, className = '' }: CardProps) {
  return (
    <section className={`card ${className}`.trim()}>
      <h2>{title}</h2>
      {note !== undefined && <p className="quiet">{note}</p>}
      {children}
    </section>
  );
}

/** Figures side by side: what they are, the figure, and what it is to be seen against. */
export function KeyFigures({ figures }: { figures: readonly (readonly [name: string, value: string, note?: string | undefined])[] }) {
  return (
    <dl className="figures">
      {figures.map(([name, value, note]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={value.length > 10 ? 'long' : undefined}>{value}</dd>
          {note !== undefined && <dd>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** Shares of a whole as a bar; the text beside it says the same. */
export function ShareBar({ parts }: { parts: readonly { readonly className: string; readonly share: number }[] }) {
  const from = (index: number): number => parts.slice(0, index).reduce((sum, { share }) => sum + share * 1_000, 0);
  return (
    <div className="progress" aria-hidden="true">
      <svg viewBox="0 0 1000 6" preserveAspectRatio="none">
        {parts.map(({ className, share }, index) => (
          <rect key={className} className={className} x={from(index)} y="0" width={share * 1_000} height="6" />
        ))}
      </svg>
    </div>
  );
}

/** A table that scrolls by itself where the screen is narrow. */
export function Table({ name, head, children }: { name: string; head: readonly (readonly [title: string, isNumber?: boolean])[]; children: ReactNode }) {
  return (
    <div className="table" role="region" aria-label={name} tabIndex={0} data-scroll={name}>
      <table>
        <thead>
          <tr>
            {head.map(([title, isNumber]) => (
              <th key={title} scope="col" className={isNumber ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

export function State({ tone, children }: { tone: 'good' | 'warn' | 'bad' | 'calm' | 'off'; children: ReactNode }) {
  return <span className={tone === 'calm' ? 'state' : `state ${tone}`}>{children}</span>;
}
