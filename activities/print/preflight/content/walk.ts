import type { PdfFile } from '../file/pdf-file.ts';
import { ValueReader } from '../file/value-reader.ts';
import { Keyword, type PdfDict, type PdfValue } from '../file/values.ts';
import { COLOUR_OPERATORS } from './colour-operators.ts';
import type { Forms } from './forms.ts';
import { common, IDENTITY, times, type Matrix, type Rect } from './geometry.ts';
import { openState, type GraphicsState } from './graphics-state.ts';
import type { Mark, Trait } from './mark.ts';
import { OBJECT_OPERATORS, showInlineImage } from './object-operators.ts';
import { PATH_OPERATORS, PathUnderWay } from './path-operators.ts';
import { TEXT_OPERATORS } from './text-operators.ts';

/** An operator's part in the walk. The operands are as the stream has them: garbage must do no harm. */
export type Operator = (walk: Walk, operands: readonly PdfValue[]) => void;

export interface WalkOptions {
  readonly file: PdfFile;
  readonly resources: PdfDict | undefined;
  /** Told of each mark, in the order of painting. */
  readonly emit: (mark: Mark) => void;
  readonly forms: Forms;
  readonly state?: GraphicsState;
}

/** No operator takes more; what stands before them is garbage. */
const MOST_OPERANDS = 64;
/** States saved inside each other; ISO 32000-1, annex C, allows 28. */
const MOST_SAVED = 256;

const OPERATORS: ReadonlyMap<string, Operator> = new Map(Object.entries({ ...PATH_OPERATORS, ...TEXT_OPERATORS, ...COLOUR_OPERATORS, ...OBJECT_OPERATORS }));

/** Follows a content stream (ISO 32000-1, 7.8 and annex A), and says what it puts where. */
export class Walk {
  readonly file: PdfFile;
  readonly resources: PdfDict | undefined;
  readonly forms: Forms;
  state: GraphicsState;
  path = new PathUnderWay();
  textMatrix: Matrix = IDENTITY;
  lineMatrix: Matrix = IDENTITY;
  /** Where the stream begins: patterns are placed from here. */
  readonly base: Matrix;
  readonly #emit: (mark: Mark) => void;
  readonly #saved: GraphicsState[] = [];

  constructor({ file, resources, emit, forms, state = openState() }: WalkOptions) {
    [this.file, this.resources, this.forms, this.#emit] = [file, resources, forms, emit];
    this.state = { ...state };
    this.base = state.transformation;
  }

  /** @throws Trouble when the budget is spent. */
  run(content: Buffer): void {
    const reader = new ValueReader(content, 0, false);
    let operands: PdfValue[] = [];
    for (let token = reader.next(); token !== undefined; token = reader.next()) {
      if (!(token instanceof Keyword)) {
        if (operands.length === MOST_OPERANDS) {
          this.file.budget.operate();
          operands = [];
        }
        operands.push(token);
        continue;
      }
      this.file.budget.operate();
      if (token.word === 'BI') showInlineImage(this, reader);
      else OPERATORS.get(token.word)?.(this, operands);
      operands = [];
    }
  }

  save(): void {
    if (this.#saved.length < MOST_SAVED) this.#saved.push({ ...this.state });
  }

  restore(): void {
    const saved = this.#saved.pop();
    if (saved) this.state = saved;
  }

  transform(matrix: Matrix): void {
    this.state.transformation = times(matrix, this.state.transformation);
  }

  /** Only the rectangle around the path is kept: what is cut is judged by it. */
  clipTo(rect: Rect | undefined): void {
    this.state.clip = rect ? (common(rect, this.state.clip) ?? NOTHING) : NOTHING;
  }

  /** The part of a box that is to be seen. */
  visible(box: Rect | undefined): Rect | undefined {
    return box && common(box, this.state.clip);
  }

  emit(mark: Mark): void {
    this.#emit(mark);
  }

  trait(trait: Trait, detail: string): void {
    this.#emit({ kind: 'trait', trait, detail, box: this.state.clip ?? NOTHING });
  }
}

const NOTHING: Rect = { left: 0, bottom: 0, right: 0, top: 0 };

/** The operands that are numbers. */
export function numbersOf(operands: readonly PdfValue[]): number[] {
  return operands.filter((each): each is number => typeof each === 'number' && Number.isFinite(each));
}
