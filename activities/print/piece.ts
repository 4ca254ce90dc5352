import { createHash } from 'node:crypto';
import type { DesignedContent, FormatName, PrintContent } from '../../scenarios/content/index.ts';
import type { Identity } from '../../store/recipient.ts';

/** One mailpiece, ready to be drawn. */
export interface Piece {
  readonly touchId: string;
  readonly content: PrintContent;
  readonly variant: string | null;
  /** What the QR code holds, and the personal address with its scheme; each has a token of its own. */
  readonly qrUrl: string;
  readonly qrToken: string;
  readonly purlUrl: string;
  readonly purlToken: string;
  readonly address: Identity;
  readonly paper: string;
  readonly postageClass: string;
  /** The country in which it is posted, ISO 3166-1 alpha-2; `FR` unless said. */
  readonly postedFrom?: string;
}

/** A piece as it was printed. */
export interface PrintedPiece {
  readonly piece: Piece;
  /** As printed. */
  readonly addressLines: readonly string[];
  /** Fields of the address that were in another script, and are printed in Latin letters. */
  readonly transliterated: readonly string[];
  /** Its pages of the run's PDF, from 1, one after the other. */
  readonly firstPage: number;
  readonly lastPage: number;
  /** The page of its picture side in the fronts' PDF, from 1; null when that is among its own pages, or it has none. */
  readonly frontPage: number | null;
  /** Of what is on it: the same content has the same hash, whatever else was printed with it. Hexadecimal. */
  readonly sha256: string;
}

/** Whether a piece has a design of its own; else it is the house's card. */
export function isDesigned(content: PrintContent): content is DesignedContent {
  return 'design' in content;
}

/** The format in which a piece is made. */
export function formatOf(content: PrintContent): FormatName {
  return isDesigned(content) ? content.design.format : 'a6-postcard';
}

/** The hash of what a piece says, and to whom. `said` stands for all that its content draws, files included. */
export function hashOf({ qrUrl, purlUrl }: Pick<Piece, 'qrUrl' | 'purlUrl'>, said: unknown, addressLines: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify([said, qrUrl, purlUrl, addressLines])).digest('hex');
}
