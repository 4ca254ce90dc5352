import type { PrintFile } from '../../../store/print-plan.ts';
import { CARD, type Sheet } from '../measures.ts';

/** What the printer needs to know of a whole job. */
export interface JobTicket {
  readonly run: string;
  readonly campaign: string;
  readonly printer: string;
  /** Millimetres. `width` and `height` are trimmed, `bleed` is around them on every page. */
  readonly format: { readonly name: string; readonly width: number; readonly height: number; readonly bleed: number };
  readonly fold: string | null;
  /** Copies to the sender's own addresses among them. */
  readonly pieces: number;
  readonly seeds: number;
  readonly pages: number;
  readonly papers: readonly { readonly paper: string; readonly pieces: number }[];
  readonly postage: readonly { readonly postageClass: string; readonly pieces: number }[];
  /** The printing condition that the colours are meant for. */
  readonly colour: string;
  /** ISO 8601, of the campaign's time: the in-home dates count from it. */
  readonly handOverBy: string;
  readonly contact: string;
  readonly manifest: { readonly csv: string; readonly json: string };
  readonly files: readonly PrintFile[];
}

/** Trim and bleed of a format, and its fold. */
export function sheetOf(format: string): Sheet & { fold: string | null } {
  const sheets: Readonly<Record<string, Sheet>> = { 'a6-postcard': CARD };
  return { ...(sheets[format] ?? CARD), fold: null };
}

/** The condition that the PDFs name in their output intent. */
export const COLOUR_CONDITION = 'FOGRA51 (PSO Coated v3)';

/** Counts by the words of a manifest's rows, most first. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(word: string): void {
    this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
  }

  entries(): [string, number][] {
    return [...this.#counts].sort(([one, ones], [other, others]) => others - ones || one.localeCompare(other));
  }
}
