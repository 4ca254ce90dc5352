/** A transformation of the plane as PDF writes it: `a b c d e f` (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function times(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

export function isMatrix(numbers: readonly number[] | undefined): numbers is Matrix {
  return numbers?.length === 6;
}

/** How much longer a line becomes: along the x axis, along the y axis, and on the whole. */
export function scales([a, b, c, d]: Matrix): { readonly x: number; readonly y: number; readonly mean: number } {
  return { x: Math.hypot(a, b), y: Math.hypot(c, d), mean: Math.sqrt(Math.abs(a * d - b * c)) };
}

/** A rectangle along the axes. In points of the page. */
export interface Rect {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** The rectangle around a box that was transformed. */
export function boxed({ left, bottom, right, top }: Rect, [a, b, c, d, e, f]: Matrix): Rect {
  const xs = [a * left + c * bottom, a * right + c * bottom, a * left + c * top, a * right + c * top];
  const ys = [b * left + d * bottom, b * right + d * bottom, b * left + d * top, b * right + d * top];
  return { left: Math.min(...xs) + e, bottom: Math.min(...ys) + f, right: Math.max(...xs) + e, top: Math.max(...ys) + f };
}

/** What two rectangles have in common; undefined when they have nothing. */
export function common(one: Rect, other: Rect | undefined): Rect | undefined {
  if (!other) return one;
  const both = { left: Math.max(one.left, other.left), bottom: Math.max(one.bottom, other.bottom), right: Math.min(one.right, other.right), top: Math.min(one.top, other.top) };
  return both.left <= both.right && both.bottom <= both.top ? both : undefined;
}

/** Grows as points are put in. */
export class Extent {
  #left = Infinity;
  #bottom = Infinity;
  #right = -Infinity;
  #top = -Infinity;

  add(x: number, y: number, [a, b, c, d, e, f]: Matrix): void {
    const [px, py] = [a * x + c * y + e, b * x + d * y + f];
    if (px < this.#left) this.#left = px;
    if (px > this.#right) this.#right = px;
    if (py < this.#bottom) this.#bottom = py;
    if (py > this.#top) this.#top = py;
  }

  get rect(): Rect | undefined {
    return this.#left <= this.#right ? { left: this.#left, bottom: this.#bottom, right: this.#right, top: this.#top } : undefined;
  }
}
