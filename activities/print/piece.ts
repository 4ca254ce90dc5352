import { createHash } from 'node:crypto';
import type { PostcardContent } from '../../scenarios/content/index.ts';
import type { Identity } from '../../store/recipient.ts';

/** One mailpiece, ready to be drawn. */
export interface Piece {
  readonly touchId: string;
  readonly content: PostcardContent;
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
  /** Its page of the run's PDF, from 1; it has one. */
  readonly page: number;
  /** The page of its picture side in the fronts' PDF, from 1. */
  readonly frontPage: number;
  /** Of what is on it: the same content has the same hash, whatever else was printed with it. Hexadecimal. */
  readonly sha256: string;
}

/** The hash of what a piece says, and to whom. */
export function hashOf({ content, qrUrl, purlUrl }: Piece, addressLines: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify([content, qrUrl, purlUrl, addressLines])).digest('hex');
}
