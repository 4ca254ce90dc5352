/** The two of Lob's products that the sandbox knows. */
export const RESOURCES = ['postcards', 'letters'] as const;
export type Resource = (typeof RESOURCES)[number];

/** A piece's usual life, in its order. */
export const LIFE = ['created', 'rendered_pdf', 'rendered_thumbnails', 'mailed', 'in_transit', 'in_local_area', 'processed_for_delivery', 'delivered'] as const;
/** What may happen besides. */
export const TURNS = ['re-routed', 'international_exit', 'returned_to_sender', 'viewed', 'failed', 'rejected', 'deleted'] as const;
export type State = (typeof LIFE)[number] | (typeof TURNS)[number];

/** After these nothing comes any more. */
export const ENDS: readonly State[] = ['delivered', 'returned_to_sender', 'failed', 'rejected', 'deleted'];

/** An address as it was posted: fields of Lob's by their names, or the id of a stored one. */
export type Address = Readonly<Record<string, string>> | string;

/** What was posted, checked. */
export interface PieceFields {
  readonly description: string | null;
  readonly to: Address;
  readonly from: Address | null;
  /** Of a postcard. */
  readonly size?: string;
  readonly mailType: string;
  readonly useType: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly mergeVariables: unknown;
  /** ISO 8601; when it goes to the press, and until when it can be taken back. */
  readonly sendDate: string;
}

/** A side of a postcard, or a letter's pages. */
export interface Artwork {
  readonly name: 'front' | 'back' | 'file';
  readonly pages: number;
  readonly bytes: number;
}

/** A mailpiece as the sandbox keeps it. */
export interface KeptPiece extends PieceFields {
  /** Counts from 1, in the order of acceptance. */
  readonly number: number;
  /** `psc_…` or `ltr_…`. */
  readonly id: string;
  readonly resource: Resource;
  /** The Idempotency-Key that it came with. */
  readonly key: string | null;
  readonly artwork: readonly Artwork[];
  /** ISO 8601. */
  readonly at: string;
}

/** Something that happened to a piece. */
export interface PieceEvent {
  /** `evt_…`. */
  readonly id: string;
  readonly piece: string;
  readonly state: State;
  /** ISO 8601. */
  readonly at: string;
}

/** Where a piece stands on its way: what happened last, scans of its QR code left out. */
export function stateOf(events: readonly PieceEvent[]): State {
  return events.findLast(({ state }) => state !== 'viewed')?.state ?? 'created';
}
