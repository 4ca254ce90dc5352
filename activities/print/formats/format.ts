import type { FormatName } from '../../../scenarios/content/index.ts';
import type { Sheet } from '../measures.ts';
import type { Box } from '../shapes.ts';

/** A place of a page that must stay free of what designers and fields put there. */
export interface KeptZone {
  /** What it is for, in the words of an error. */
  readonly name: 'franking zone' | 'barcode zone' | 'address zone' | 'window';
  readonly page: number;
  readonly box: Box;
}

/** Where the postal address stands, on the format's address page. */
export interface AddressZone {
  readonly box: Box;
  /** Where a line about the sender may stand so that the window shows it too. */
  readonly above?: Box;
  /** Points: the usual size, and the smallest that machines are sure to read. */
  readonly size: number;
  readonly least: number;
  /** Millimetres from baseline to baseline. */
  readonly leading: number;
  /** Where in its box a short address stands. */
  readonly stand: 'top' | 'middle';
  /** Who prints the address: we do, or the provider, who needs the zone without ink. */
  readonly by: 'us' | 'provider';
}

/** A window envelope and how a folded sheet lies in it, millimetres. */
export interface WindowEnvelope {
  readonly width: number;
  readonly height: number;
  /** From the envelope's top left corner. */
  readonly window: Box;
  /** Height of the folded sheet, and the sheet's y at its upper edge (below zero when the panel with the address is the shorter one). */
  readonly packet: { readonly height: number; readonly top: number };
}

/** The groups of figures that have a source of their own. */
export type Figures = 'trim' | 'bleed' | 'safe' | 'address' | 'kept' | 'folds' | 'qr' | 'weight';

/** A kind of mailpiece: its millimetres, and where each of them is from. Places are counted from the trim's top left corner. */
export interface MailpieceFormat {
  readonly name: FormatName;
  /** For people, such as `A5 postcard`. */
  readonly title: string;
  readonly kind: 'postcard' | 'letter' | 'self-mailer';
  readonly sheet: Sheet;
  /** Text and codes keep this far from the trim. */
  readonly safe: number;
  readonly pages: { readonly least: number; readonly most: number };
  /** From 1. */
  readonly addressPage: number;
  readonly address: AddressZone;
  readonly kept: readonly KeptZone[];
  /** Horizontal folds, by their y. */
  readonly folds: readonly number[];
  readonly envelope?: WindowEnvelope;
  /** Side of a QR code's module at least. */
  readonly qrModule: number;
  /** Side of a whole QR code at least, quiet zone included, where the printer asks for one. */
  readonly qrSize?: number;
  /** Which class of weight a usual piece falls into, and on what paper. */
  readonly weight: string;
  /** Where the figures are from; `assumed` says that nobody has confirmed them yet. */
  readonly sources: Readonly<Record<Figures, string>>;
}

/** The part of a page where text may stand. */
export function safeBox({ sheet, safe }: Pick<MailpieceFormat, 'sheet' | 'safe'>): Box {
  return { x: safe, y: safe, width: sheet.width - 2 * safe, height: sheet.height - 2 * safe };
}
