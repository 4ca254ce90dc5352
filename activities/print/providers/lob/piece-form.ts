import type { JobPiece, PrintJob } from '../print-provider.ts';
import type { Artwork } from './artwork.ts';
import type { LobAddress } from './lob-address.ts';
import { metadataId } from './piece-id.ts';
import type { Product } from './products.ts';

export interface PieceFormOptions {
  readonly job: Pick<PrintJob, 'runId' | 'campaignId'>;
  readonly piece: JobPiece;
  readonly product: Product;
  readonly to: LobAddress;
  /** Or the id of an address that is kept at Lob. */
  readonly from: LobAddress | string | undefined;
  readonly artwork: Artwork;
  readonly useType: 'marketing' | 'operational';
  /** ISO 8601; Lob's cancellation window counts where it is left out. */
  readonly sendDate: string | undefined;
}

/** Names of classes of postage that mean the slower, cheaper one. */
const STANDARD = /standard|marketing|publicitaire|dialogpost|econom|bulk/i;

/** What is posted to make a piece, in the encoding that Lob takes files in. */
export function pieceForm({ job, piece, product, to, from, artwork, useType, sendDate }: PieceFormOptions): FormData {
  const form = new FormData();
  const set = (name: string, value: string | undefined): void => {
    if (value !== undefined) form.append(name, value);
  };
  const nest = (name: string, fields: object): void => {
    for (const [key, value] of Object.entries(fields) as [string, string][]) set(`${name}[${key}]`, value);
  };
  set('description', piece.message.slice(0, 255));
  nest('to', to);
  if (typeof from === 'string') set('from', from);
  else if (from) nest('from', from);
  nest('metadata', metadataOf(job, piece));
  set('use_type', useType);
  set('mail_type', product.standard && to.address_country === 'US' && STANDARD.test(piece.postageClass) ? 'usps_standard' : 'usps_first_class');
  set('send_date', sendDate);
  if (product.resource === 'letters') {
    set('color', 'true');
    set('double_sided', 'true');
    set('address_placement', 'top_first_page');
  } else set('size', product.size);
  for (const [name, bytes] of Object.entries(artwork)) form.append(name, new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), `${name}.pdf`);
  return form;
}

/** By which a piece is found again: nothing about the person. */
function metadataOf({ runId, campaignId }: PieceFormOptions['job'], { pieceId, message, variant }: JobPiece): Record<string, string> {
  return { piece: metadataId(pieceId), run: runId, campaign: campaignId, message, ...(variant === null ? {} : { variant }) };
}
