import type { PdfFile } from '../file/pdf-file.ts';
import type { PdfDict, PdfStream } from '../file/values.ts';
import type { Colour, ColourSpace } from './colour-space.ts';
import { readFont, type Font } from './font.ts';
import { common, type Matrix, type Rect } from './geometry.ts';
import { openState } from './graphics-state.ts';
import type { Mark } from './mark.ts';
import { Walk } from './walk.ts';

/** A drawing that is shown from within another: a form, or the tile of a pattern. */
export interface Shown {
  readonly stream: PdfStream;
  /** Its own; where it has none, those of who shows it. */
  readonly resources: PdfDict | undefined;
  readonly transformation: Matrix;
  /** It is cut to this, in points of the page. */
  readonly within: Rect | undefined;
  readonly fill?: Colour;
}

/** Forms inside forms; a file that goes deeper is a trap. */
const DEEPEST = 24;
/** Kept for pages to come; forms with more marks, and more forms, are followed again. */
const [MOST_KEPT, MOST_MARKS] = [400, 4_000];

/** What pages share: forms that were followed once, fonts and colour spaces that were read. A run of cards shows one form on each page. */
export class Forms {
  readonly #kept = new Map<PdfStream, Map<string, readonly Mark[]>>();
  readonly #fonts = new Map<PdfDict, Font | undefined>();
  readonly #spaces = new WeakMap<PdfDict, Map<string, ColourSpace>>();
  readonly #underWay: PdfStream[] = [];
  #count = 0;

  constructor(readonly file: PdfFile) {}

  /** The font of a name in the resources. */
  font({ file, resources }: Walk, name: string): Font | undefined {
    const value = file.dict(resources?.get('Font'))?.get(name);
    const dict = file.dict(value);
    if (!dict) return undefined;
    if (!this.#fonts.has(dict)) this.#fonts.set(dict, readFont(file, value));
    return this.#fonts.get(dict);
  }

  colourSpace({ resources }: Walk, name: string, read: () => ColourSpace): ColourSpace {
    if (!resources) return read();
    if (!this.#spaces.has(resources)) this.#spaces.set(resources, new Map());
    const known = this.#spaces.get(resources)!;
    let space = known.get(name);
    if (!space) known.set(name, (space = read()));
    return space;
  }

  /** Follows a drawing, or says again what it put on the page when it was shown the same way. */
  show(walk: Walk, shown: Shown): void {
    const { stream, resources, transformation, within, fill } = shown;
    if (this.#underWay.includes(stream) || this.#underWay.length >= DEEPEST) return walk.trait('unreadable', 'a form that shows itself');
    const clip = within ? common(within, walk.state.clip) : walk.state.clip;
    if (within && !clip) return;
    const key = JSON.stringify([transformation, clip, fill?.values, walk.state.fill.values, walk.state.stroke.values, resources ? 0 : this.#count++].map(rounded));
    const kept = this.#kept.get(stream)?.get(key);
    if (kept) {
      for (const mark of kept) {
        // A page that shows a full form without end costs as much as one that draws without end.
        walk.file.budget.operate();
        walk.emit(mark);
      }
      return;
    }
    const marks: Mark[] = [];
    const inner = new Walk({
      file: walk.file,
      resources: resources ?? walk.resources,
      forms: this,
      emit: (mark) => {
        if (marks.length <= MOST_MARKS) marks.push(mark);
        walk.emit(mark);
      },
      state: { ...openState(transformation, clip), fill: fill ?? walk.state.fill, stroke: walk.state.stroke, lineWidth: walk.state.lineWidth },
    });
    this.#underWay.push(stream);
    try {
      inner.run(walk.file.unpacked(stream));
    } finally {
      this.#underWay.pop();
    }
    if (marks.length <= MOST_MARKS && resources) this.#keep(stream, key, marks);
  }

  #keep(stream: PdfStream, key: string, marks: readonly Mark[]): void {
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    const ways = this.#kept.get(stream) ?? new Map<string, readonly Mark[]>();
    if (ways.size >= 8) ways.clear();
    this.#kept.set(stream, ways.set(key, marks));
  }
}

function rounded(part: unknown): unknown {
  if (typeof part === 'number') return Math.round(part * 1000) / 1000;
  if (Array.isArray(part)) return part.map(rounded);
  return part && typeof part === 'object' ? Object.values(part).map(rounded) : part;
}
