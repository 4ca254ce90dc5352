import { FORMATS } from '../../activities/print/formats/index.ts';
import { picturesOf } from '../../activities/print/page-pictures.ts';
import { formatOf } from '../../activities/print/piece.ts';
import { queuedPieces } from '../../activities/print/queued-pieces.ts';
import { renderPrintRun } from '../../activities/print/render-print-run.ts';
import { renderEmail } from '../../activities/email/render-email.ts';
import { workflowTypeOf } from '../../scenarios/vocabulary/index.ts';
import type { EmailMessage, ScenarioContent } from '../../scenarios/content/index.ts';
import type { RecordedJourney, RecordedTouch } from '../../store/prospect-record.ts';
import { loadRecipient, type Store } from '../../store/index.ts';

export interface ReceivedDeps {
  readonly store: Store;
  readonly contentOf: (workflowType: string) => ScenarioContent;
  readonly publicUrl: string;
}

/**
 * A mailpiece drawn again as it was printed, with its own codes: the same content gives the same pages, whatever else was printed with it.
 *
 * @returns its sides as PNG files, cut to the trim; undefined when it was taken back, or can't be drawn any more, as when the person was erased.
 */
export async function drawMailpiece({ store, contentOf, publicUrl }: ReceivedDeps, { id, printRunId, campaignAt }: RecordedTouch): Promise<Uint8Array[] | undefined> {
  if (printRunId === null) return undefined;
  const { pieces } = await queuedPieces({ store, contentOf, publicUrl }, { runId: printRunId, first: id, last: id });
  const [piece] = pieces;
  if (!piece) return undefined;
  const { pdf, fronts, printed } = await renderPrintRun({ title: id, pieces: [piece], at: campaignAt });
  if (printed.length === 0) return undefined;
  const { bleed } = FORMATS[formatOf(piece.content)].sheet;
  const sides = [...(fronts ? await picturesOf(fronts, bleed) : []), ...(await picturesOf(pdf, bleed))];
  return sides.map(({ trimmed }) => trimmed);
}

/** A mail written again as it was sent. Its links lead nowhere, so that an operator's click is not taken for the person's. */
export async function writeMail({ store, contentOf }: ReceivedDeps, { prospectId, scenario, version }: RecordedJourney, { message: name, props, variant }: RecordedTouch): Promise<{ subject: string; html: string } | undefined> {
  const recipient = await loadRecipient(store, prospectId);
  const message = contentOf(workflowTypeOf({ name: scenario, version })).messages[name];
  if (!recipient || !message || message.medium === 'print') return undefined;
  const { title, firstName, lastName } = recipient.identity;
  const links = Object.fromEntries(Object.keys(message.links).map((link) => [link, '#']));
  const context = { props, person: { title, firstName, lastName }, locale: recipient.locale, ...(variant === null ? {} : { variant }), links, unsubscribe: '#' };
  return renderEmail({ name, message: message as EmailMessage<'email' | 'social', object>, context });
}
