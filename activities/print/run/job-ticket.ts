import type { PrintFile } from '../../../store/print-plan.ts';
import type { FormatName } from '../../../scenarios/content/index.ts';
import { FORMATS } from '../formats/index.ts';
import type { Sheet } from '../measures.ts';
import { printCondition, type Prepress } from '../prepress/index.ts';

/** What the printer needs to know of a whole job. */
export interface JobTicket {
  readonly run: string;
  readonly campaign: string;
  readonly printer: string;
  /** Millimetres. `width` and `height` are trimmed, `bleed` is around them on every page. */
  readonly format: { readonly name: string; readonly width: number; readonly height: number; readonly bleed: number };
  /** Horizontal folds of the sheet, in millimetres from its upper edge. */
  readonly folds: readonly number[];
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

/** Trim and bleed of a format, and its folds. */
export function sheetOf(format: string): Sheet & Pick<JobTicket, 'folds'> {
  const { sheet, folds } = FORMATS[format as FormatName];
  return { ...sheet, folds };
}

/** What the PDFs' output intent says, in words. */
export function colourOf({ output }: Prepress = {}): string {
  const { condition, profile } = output ?? { condition: printCondition() };
  return condition ? `${condition.identifier} (${condition.name})` : (profile?.description ?? '');
}

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
