import { CODES, type Code, type Severity } from './codes.ts';

/** Where on a page, in millimetres from the trim's top left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Something that a printer would call about. */
export interface Finding {
  readonly code: Code;
  readonly severity: Severity;
  /** What was expected, and what was got, with numbers. */
  readonly message: string;
  /** What to do. */
  readonly advice: string;
  /** The pages that it is on, from 1, as ranges; none when it is about the file. */
  readonly pages: readonly (readonly [number, number])[];
  /** Where it is on the first of them. */
  readonly place?: Place;
  /** How often it was met. */
  readonly times: number;
}

/** Different findings of one kind that are told; of the others only their number is. */
const MOST_OF_A_KIND = 5;
const MOST_RANGES = 100;

interface Gathered {
  readonly severity: Severity;
  readonly pages: [number, number][];
  readonly place: Place | undefined;
  times: number;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Gathers findings: the same one on many pages is one. */
export class Findings {
  readonly #byCode = new Map<Code, Map<string, Gathered>>();
  readonly #untold = new Map<Code, number>();

  add(code: Code, message: string, { page, place, severity = CODES[code].severity }: { page?: number; place?: Place; severity?: Severity } = {}): void {
    const kinds = this.#byCode.get(code) ?? new Map<string, Gathered>();
    this.#byCode.set(code, kinds);
    const known = kinds.get(message);
    if (!known && kinds.size >= MOST_OF_A_KIND) {
      this.#untold.set(code, (this.#untold.get(code) ?? 0) + 1);
      return;
    }
    const gathered = known ?? { severity, pages: [], place, times: 0 };
    gathered.times++;
    if (page !== undefined) addPage(gathered.pages, page);
    kinds.set(message, gathered);
  }

  /** Errors first, then warnings and notes; in each by the order in which they were met. */
  list(): Finding[] {
    const all = [...this.#byCode].flatMap(([code, kinds]) =>
      [...kinds].map(([message, { severity, pages, place, times }]): Finding => ({ code, severity, message, advice: CODES[code].advice, pages, ...(place && { place }), times })),
    );
    return all.sort((one, other) => RANK[one.severity] - RANK[other.severity]);
  }

  /** How many more there are of a kind than are told. */
  untold(): Readonly<Partial<Record<Code, number>>> {
    return Object.fromEntries(this.#untold);
  }
}

function addPage(pages: [number, number][], page: number): void {
  const last = pages.at(-1);
  if (last && page >= last[0] && page <= last[1] + 1) last[1] = Math.max(last[1], page);
  else if (pages.length < MOST_RANGES) pages.push([page, page]);
}
