import { DEPTH, Trouble } from '../limits.ts';
import type { PdfFile } from './pdf-file.ts';
import { PdfRef, type PdfDict, type PdfValue } from './values.ts';

/** A page with what it inherits. */
export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly dict: PdfDict;
  /** Of the page, else of the tree above it: `Resources`, `MediaBox`, `CropBox`, `Rotate`. */
  get(key: string): PdfValue | undefined;
}

const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;
type Inherited = ReadonlyMap<string, PdfValue>;

/**
 * The pages in order (ISO 32000-1, 7.7.3).
 *
 * @throws Trouble `broken-file` for a tree that leads back into itself, `too-complex` for more pages than the limit.
 */
export function* pagesOf(file: PdfFile): Generator<PdfPage> {
  const root = file.dict(file.trailer.get('Root'))?.get('Pages');
  const waiting: { readonly value: PdfValue | undefined; readonly inherited: Inherited; readonly above: readonly number[] }[] = [{ value: root, inherited: new Map(), above: [] }];
  let [count, nodes] = [0, 0];
  while (waiting.length > 0) {
    const { value, inherited, above } = waiting.pop()!;
    const number = value instanceof PdfRef ? value.number : -1;
    if (above.includes(number) || above.length > DEPTH) throw new Trouble('broken-file', 'Expected a tree of pages, got one that leads back into itself.');
    if (++nodes > 2 * file.budget.limits.pages) throw new Trouble('too-complex', 'Expected a tree of pages, got one with more branches than pages.');
    const dict = file.dict(value);
    if (!dict) continue;
    const kids = file.array(dict.get('Kids'));
    const passedOn = withOwn(inherited, dict);
    if (!kids) {
      if (++count > file.budget.limits.pages) throw new Trouble('too-complex', `Expected at most ${file.budget.limits.pages} pages, got more.`);
      yield { number: count, dict, get: (key) => dict.get(key) ?? passedOn.get(key) };
      continue;
    }
    const path = [...above, number];
    for (let index = kids.length - 1; index >= 0; index--) waiting.push({ value: kids[index], inherited: passedOn, above: path });
  }
}

function withOwn(inherited: Inherited, dict: PdfDict): Inherited {
  const own = INHERITED.filter((key) => dict.has(key));
  return own.length === 0 ? inherited : new Map([...inherited, ...own.map((key) => [key, dict.get(key)!] as const)]);
}
