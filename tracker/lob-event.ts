import { z } from 'zod';
import type { Evidence } from '../scenarios/vocabulary/index.ts';
import type { Occurrence } from './intake.ts';

/** The parts of Lob's event that we read. Names and addresses are not among them: they stay in `identities`. */
export const lobEvent = z.object({
  id: z.string().min(1).max(100),
  event_type: z.object({ id: z.string().min(1).max(100) }),
  reference_id: z.string().min(1).max(100),
  date_created: z.iso.datetime({ offset: true }),
  body: z.object({
    metadata: z.record(z.string(), z.string()).nullish(),
    expected_delivery_date: z.iso.date().nullish().catch(undefined),
    failure_reason: z.object({ errors: z.array(z.object({ error_type: z.string().nullish() })).nullish() }).nullish().catch(undefined),
  }),
});

export type LobEvent = z.infer<typeof lobEvent>;

type Mapped = Pick<Occurrence, 'kind' | 'data' | 'keep'> & { readonly evidence: Evidence };

/** The id of our touch: the provider writes it into the metadata, with what they can't hold as `%22`, `%5C` and `%25`. */
export function touchIdOf({ body }: LobEvent): string | undefined {
  return body.metadata?.['piece']?.replace(/%(22|5C|25)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/**
 * What an event about a postcard or letter is in our words, and whether the journey is told (docs/decisions/0006-signal-few.md); undefined for events
 * about anything else.
 *
 * @example mapLobEvent({ event_type: { id: 'postcard.returned_to_sender' }, ... }) // { kind: 'returned', evidence: 'scan', data: { reason: 'returned_to_sender' } }
 */
export function mapLobEvent({ event_type: type, reference_id: mailpiece, date_created: at, body }: LobEvent): Mapped | undefined {
  const [, certified, state = ''] = /^(?:postcard|letter)\.(certified\.)?([a-z_.-]+)$/.exec(type.id) ?? [];
  switch (state) {
    case '':
      return undefined;
    case 'created':
    case 'rendered_pdf':
    case 'rendered_thumbnails':
      return { kind: 'accepted', evidence: 'logical', data: { state, mailpiece }, keep: true };
    case 'mailed':
      // Lob's word that the post took it; every later one is a scan by the post.
      return posted({ state, evidence: 'logical', inHome: expectedOf(body.expected_delivery_date) });
    case 'in_transit':
      return posted({ state, evidence: 'scan', inHome: expectedOf(body.expected_delivery_date) });
    case 'processed_for_delivery':
      // "The mailpiece should reach the mailbox within 1 business day of this tracking event" (Lob's OpenAPI, tracking_event_normal).
      return posted({ state, evidence: 'scan', inHome: nextWorkingDay(at) });
    case 'delivered':
      // Not a scan of the piece, but the carrier's GPS unit leaving the place (the same source); certified letters are scanned.
      return { kind: 'delivered', evidence: certified ? 'scan' : 'logical', data: {} };
    case 'returned_to_sender':
      return { kind: 'returned', evidence: 'scan', data: { reason: state } };
    case 'failed':
    case 'rejected':
      return { kind: 'failed', evidence: 'logical', data: { reason: reasonOf(state, body.failure_reason?.errors?.[0]?.error_type) } };
    case 'deleted':
      // By us when the journey recalled it, and it knows; by hand at Lob it shows in the run's reconciliation. Its body names no metadata.
      return { kind: 'failed', evidence: 'logical', data: { reason: state, mailpiece }, keep: true };
    case 'viewed':
      // A hit on a QR code of Lob's, by whoever or whatever; our own codes are told apart by us.
      return { kind: 'scan', evidence: 'bot', data: { state }, keep: true };
    default:
      return { kind: 'posted', evidence: 'scan', data: { state }, keep: true };
  }
}

/** The journey is told what moves its in-home date; without one it is a row for analysis. */
function posted({ state, evidence, inHome }: { state: string; evidence: Evidence; inHome: string | undefined }): Mapped {
  return inHome === undefined ? { kind: 'posted', evidence, data: { state }, keep: true } : { kind: 'posted', evidence, data: { state, inHome } };
}

/** Mail is brought by day; noon in Chicago is near enough to it all over the States. ISO 8601, the world's time: the signaller puts it on the campaign's clock. */
const NOON = 'T18:00:00.000Z';

function expectedOf(date: string | null | undefined): string | undefined {
  return date ? `${date}${NOON}` : undefined;
}

function nextWorkingDay(at: string): string {
  const date = new Date(at);
  // Sundays have no delivery; Saturdays do.
  do date.setUTCDate(date.getUTCDate() + 1);
  while (date.getUTCDay() === 0);
  return `${date.toISOString().slice(0, 10)}${NOON}`;
}

/** One word of Lob's, or none: its texts may quote what was on the piece. */
function reasonOf(state: string, type: string | null | undefined): string {
  return type && /^[a-z0-9_-]{1,60}$/i.test(type) ? `${state}:${type}` : state;
}
