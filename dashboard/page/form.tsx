import type { ReactNode } from 'react';
import type { Place } from './place.ts';

/** What shows that a form is of this session. */
export function FormToken({ place: { signedIn } }: { place: Pick<Place, 'signedIn'> }) {
  return <input type="hidden" name="token" value={signedIn.formToken} />;
}

interface ActFormProps {
  readonly place: Place;
  readonly action: string;
  /** Names what is done to the route. */
  readonly act: string;
  /** Stays the same while the page is refreshed around it, so that the focus can come back. */
  readonly focus: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A form that does one thing; the page that it leads to says whether it was done. */
export function ActForm({ place, action, act, focus, children, className = '' }: ActFormProps) {
  return (
    <form method="post" action={action} className={`act ${className}`.trim()} data-focus={focus}>
      <FormToken place={place} />
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="back" value={place.path} />
      {children}
    </form>
  );
}
