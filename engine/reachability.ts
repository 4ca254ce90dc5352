import type { Medium, Reachable } from '../scenarios/vocabulary/index.ts';
import type { Report } from './runtime.ts';

/** What a consent can open. */
const OPENED: readonly Medium[] = ['print', 'email', 'social'];

/**
 * The media that are open after a report: a withdrawal, a bounce, a complaint or returned mail closes them, a consent that holds opens one. Invitations travel by mail,
 * so what closes email closes social too. The send activities ask the same of the database; this is so that a path can choose.
 */
export function reachableAfter(reachable: Reachable, { kind, data }: Report): Reachable {
  if (kind === 'returned') return { ...reachable, print: false };
  if (kind === 'complained' || (kind === 'bounced' && data?.['permanent'] === true)) return { ...reachable, email: false, social: false };
  if (kind === 'consent') return OPENED.includes(data?.['medium'] as Medium) ? { ...reachable, [data!['medium'] as Medium]: true } : reachable;
  if (kind !== 'unsubscribe') return reachable;
  const medium = data?.['medium'] as Medium | 'all' | undefined;
  const closed = (one: Medium) => medium === undefined || medium === 'all' || medium === one;
  return {
    print: reachable.print && !closed('print'),
    email: reachable.email && !closed('email'),
    social: reachable.social && !closed('social') && !closed('email'),
  };
}
