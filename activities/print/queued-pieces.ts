import type { AnyPrintMessage, PrintContent, ScenarioContent } from '../../scenarios/content/index.ts';
import { workflowTypeOf } from '../../scenarios/vocabulary/index.ts';
import type { Store } from '../../store/connect.ts';
import type { Identity } from '../../store/recipient.ts';
import type { Piece } from './piece.ts';
import { purlPath } from './purl.ts';
import { UnprintableError } from './unprintable-error.ts';

export interface QueuedPiecesDeps {
  readonly store: Store;
  /** The tracker's address, as people see it, without a slash at the end. */
  readonly publicUrl: string;
  readonly contentOf: (workflowType: string) => ScenarioContent;
  /** The country in which pieces are posted; `FR` unless said. */
  readonly postedFrom?: string;
}

/** A stretch of a run's pieces by touch id, both ends included; all of them unless said. */
export interface Stretch {
  readonly runId: string;
  readonly first?: string;
  readonly last?: string;
}

/** Someone who gets a copy of a piece: an address and tokens of their own, in a message that speaks to them. */
export interface CopyTo {
  readonly pieceId: string;
  readonly identity: Identity;
  readonly qrToken: string;
  readonly purlToken: string;
}

/** The pieces of a run that can be written, and those that can't, with the reason. */
export interface QueuedPieces {
  readonly pieces: readonly Piece[];
  readonly unprintable: readonly { readonly touchId: string; readonly error: UnprintableError }[];
  /** A copy of a piece to each who was asked for. */
  readonly copies: readonly Piece[];
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

/**
 * Loads what is queued in a run and writes each piece's content from its message, its person and its tokens. In the order of touch ids.
 *
 * @param copies of the first piece that can be written; without one there are none
 */
export async function queuedPieces(deps: QueuedPiecesDeps, stretch: Stretch, copies: readonly CopyTo[] = []): Promise<QueuedPieces> {
  const pieces: Piece[] = [];
  const unprintable: { touchId: string; error: UnprintableError }[] = [];
  let copied: Row | undefined;
  for (const row of await rowsOf(deps.store, stretch)) {
    try {
      pieces.push(pieceOf(deps, row));
      copied ??= row;
    } catch (error) {
      if (!(error instanceof UnprintableError)) throw error;
      unprintable.push({ touchId: row.touch_id, error });
    }
  }
  return { pieces, unprintable, copies: copied ? copies.map((to) => pieceOf(deps, copyOf(copied, to))) : [] };
}

function copyOf(row: Row, { pieceId, identity, qrToken, purlToken }: CopyTo): Row {
  const { title, firstName: first_name, lastName: last_name, company = null, addressLine: address_line, addressComplement: address_complement, postcode, city, country } = identity;
  return { ...row, touch_id: pieceId, qr_token: qrToken, purl_token: purlToken, title, first_name, last_name, company, address_line, address_complement, postcode, city, country };
}

function pieceOf({ publicUrl, contentOf, postedFrom = 'FR' }: QueuedPiecesDeps, row: Row): Piece {
  const { touch_id: touchId, qr_token: qrToken, purl_token: purlToken, country, variant } = row;
  if (!qrToken || !purlToken) throw new UnprintableError('BadContent', 'links', `Expected touch ${touchId} to have a QR and a PURL token, got ${qrToken ? 'no PURL' : 'no QR'} token. Record both links with the touch.`);
  if (country === null) throw new UnprintableError('NoAddress', 'identity', `Expected an identity for touch ${touchId}, got none. Was the prospect erased?`);
  const { scenario, version, message: name } = row;
  const message = contentOf(workflowTypeOf({ name: scenario, version })).messages[name];
  if (message?.medium !== 'print') throw new UnprintableError('BadContent', 'message', `Expected ${scenario} v${version} to have a print message '${name}', got ${message ? `one by ${message.medium}` : 'none'}. Add it to the scenario's content.`);
  const person = { title: row.title, firstName: row.first_name, lastName: row.last_name };
  const [qrUrl, purlUrl] = [`${publicUrl}/q/${qrToken}`, `${publicUrl}${purlPath({ ...person, token: purlToken })}`];
  return {
    touchId,
    // Where a paper reader withdraws is the personal page: it has the form for it.
    content: contentFrom(message, { props: row.props, person, locale: row.locale, ...(variant === null ? {} : { variant }), links: { qr: qrUrl, purl: purlUrl }, unsubscribe: purlUrl }),
    variant,
    qrUrl: qrUrl.toUpperCase(),
    qrToken,
    purlUrl,
    purlToken,
    address: { ...person, company: row.company, addressLine: row.address_line, addressComplement: row.address_complement, postcode: row.postcode, city: row.city, country, email: null },
    paper: message.paper,
    postageClass: message.postageClass,
    postedFrom,
  };
}

/** The scenario's own code writes it: what it throws concerns this piece alone. Its message may quote the person, so only its kind is told. */
function contentFrom(message: AnyPrintMessage, context: Parameters<AnyPrintMessage['content']>[0]): PrintContent {
  try {
    return message.content(context);
  } catch (error) {
    throw new UnprintableError('BadContent', 'content', `Expected the message to write its content, got ${error instanceof Error ? error.name : typeof error}. Try it with these props in a unit test.`);
  }
}

/** Printed pieces too: a run made again after a crash is made whole. */
function rowsOf(store: Store, { runId, first, last }: Stretch) {
  let query = store
    .selectFrom('mailpieces as m')
    .innerJoin('touches as t', 't.id', 'm.touch_id')
    .innerJoin('journeys as j', 'j.id', 't.journey_id')
    .innerJoin('campaigns as c', 'c.id', 'j.campaign_id')
    .innerJoin('prospects as p', 'p.id', 'j.prospect_id')
    .leftJoin('identities as i', 'i.prospect_id', 'p.id')
    .leftJoin('links as q', (join) => join.onRef('q.touch_id', '=', 't.id').on('q.kind', '=', 'qr'))
    .leftJoin('links as u', (join) => join.onRef('u.touch_id', '=', 't.id').on('u.kind', '=', 'purl'))
    .select(['m.touch_id', 't.message', 't.props', 't.variant', 'c.scenario', 'c.version', 'p.locale', 'q.token as qr_token', 'u.token as purl_token'])
    .select(['i.title', 'i.first_name', 'i.last_name', 'i.company', 'i.address_line', 'i.address_complement', 'i.postcode', 'i.city', 'i.country'])
    .where('m.print_run_id', '=', runId)
    .where('m.status', 'in', ['queued', 'printed']);
  if (first !== undefined && last !== undefined) query = query.where('m.touch_id', '>=', first).where('m.touch_id', '<=', last);
  return query.orderBy('m.touch_id').execute();
}
