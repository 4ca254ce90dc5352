/** Texts of one kind that are kept, drawn for whoever came first; the one asked for longest ago makes room. A page or mail seldom has more than a few dozen. */
const MOST = 200;
const memory = new WeakMap<object, Map<string, unknown>>();
/** Around a name in a text: a symbol for private use, which no text has. */
const MARK = '\uE000';

/** A text in pieces: what all readers see, and at every other place the name of what is one reader's own. */
export type Pieces = readonly string[];

/**
 * What is made once for all that have it in common, such as a mail's markup before a reader's name is put in.
 *
 * @param about what it is made from: as long as that is there, it is kept.
 * @param variant all else that it depends on; never what one reader alone has.
 */
export function madeOnce<Value>(about: object, variant: string, make: () => Value): Value {
  let kept = memory.get(about);
  if (!kept) memory.set(about, (kept = new Map()));
  const known = kept.get(variant) as Value | undefined;
  const value = known ?? make();
  if (known !== undefined) kept.delete(variant);
  else if (kept.size >= MOST) kept.delete(kept.keys().next().value!);
  kept.set(variant, value);
  return value;
}

/** Stand in a text where something of the reader's own goes: to be set down as they are, and looked at no further. What is no text stays as it is. A name has no spaces, or a line may break in it. */
export function marked<Own extends object>(own: Own): Own {
  return Object.fromEntries(Object.entries(own).map(([name, value]) => [name, typeof value === 'string' ? `${MARK}${name}${MARK}` : value])) as Own;
}

/** Whether a text has marks of its own, or what looks like them: what is made from it can't be merged. */
export function isMarked(text: string): boolean {
  return text.includes(MARK);
}

/**
 * Takes a text with marks apart.
 *
 * @param names of the marks that it may have
 * @returns undefined when something was done to a mark but to set it down: cut short, written in capitals, broken over two lines. Then nothing can be merged.
 */
export function piecesOf(text: string, names: Pick<ReadonlySet<string>, 'has'>): Pieces | undefined {
  const pieces = text.split(MARK);
  return pieces.length % 2 === 1 && pieces.every((piece, index) => index % 2 === 0 || names.has(piece)) ? pieces : undefined;
}

/**
 * Puts a reader's own in.
 *
 * @example merged(piecesOf(`<b>${marked({ name: 'Zoé' }).name}</b>`, new Set(['name']))!, () => escaped('Zoé')) // '<b>Zoé</b>'
 */
export function merged(pieces: Pieces, own: (name: string) => string): string {
  return pieces.length === 1 ? pieces[0]! : pieces.map((piece, index) => (index % 2 === 0 ? piece : own(piece))).join('');
}
