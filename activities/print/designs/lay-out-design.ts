import type { DesignedContent, DesignPage, Field, FieldValue } from '../../../scenarios/content/index.ts';
import { Layer } from '../layer.ts';
import type { Asset, DrawnPage } from '../pages.ts';
import type { Typefaces } from '../typeface.ts';
import { UnprintableError } from '../unprintable-error.ts';
import type { Desk } from './draw-drawings.ts';
import { drawFields, type Filling } from './draw-fields.ts';
import type { FittedText } from './fit-text.ts';
import { flowText } from './flow.ts';
import type { Library } from './library.ts';
import type { PreparedDesign } from './prepare-design.ts';

/** What one designed piece is made from. */
export interface DesignedPiece extends Pick<Filling, 'qrUrl' | 'purlUrl' | 'addressLines'> {
  readonly content: DesignedContent;
}

/** A designed piece on its pages. */
export interface LaidOut {
  readonly pages: readonly DrawnPage[];
  /** The first of them is the same on many pieces and has nothing of this one: it may be printed apart. */
  readonly isFrontShared: boolean;
  readonly warnings: readonly string[];
}

/**
 * Sets a piece in its prepared design. Nothing is put into a document yet.
 *
 * @throws UnprintableError for whatever does not fit, naming the field and millimetres.
 */
export async function layOutDesign(piece: DesignedPiece, { prepared, faces, library }: { prepared: PreparedDesign; faces: Typefaces; library: Library }): Promise<LaidOut> {
  const { design, values } = piece.content;
  checkValues([...design.pages, ...(design.continuation ? [design.continuation] : [])], values);
  const plan = pagesOf(piece, { prepared, faces });
  const { format } = prepared;
  if (plan.length > format.pages.most) {
    throw new UnprintableError('TooManyPages', plan.at(-1)?.flowing ?? 'design', `Expected ${plan.at(-1)?.flowing ?? 'the design'} to fit ${format.pages.most} pages of ${format.name}, got ${plan.length}. Shorten it.`);
  }
  const warnings: string[] = [];
  const pages: DrawnPage[] = [];
  for (const [index, { page, common, set }] of plan.entries()) {
    const assets: Asset[] = common ? [common] : [];
    const layer = new Layer(format.sheet);
    if (common) layer.form(common.name);
    const desk: Desk = { format, faces, library, assets, warnings };
    await drawFields(layer, page.fields ?? {}, { desk, filling: { ...piece, values, set, page: index + 1, pages: plan.length } });
    pages.push({ layer, assets });
  }
  return { pages, warnings, isFrontShared: format.kind === 'postcard' && Object.keys(design.pages[0]?.fields ?? {}).length === 0 };
}

interface PlannedPage {
  readonly page: DesignPage;
  readonly common: Asset | undefined;
  readonly set: Readonly<Record<string, FittedText | undefined>>;
  /** The field that made this page necessary. */
  readonly flowing?: string;
}

/** The design's pages, and behind the one whose text is too long the continuation pages that it needs. */
function pagesOf({ content: { design, values } }: DesignedPiece, { prepared, faces }: { prepared: PreparedDesign; faces: Typefaces }): PlannedPage[] {
  return design.pages.flatMap((page, index) => {
    const set: Record<string, FittedText | undefined> = {};
    const rest: PlannedPage[] = [];
    for (const [name, field] of Object.entries(page.fields ?? {})) {
      if (field.kind !== 'paragraphs') continue;
      const next = design.continuation?.fields?.[name];
      const [first, ...others] = flowText({ field: name, texts: values[name] as readonly string[], first: field, faces, ...(next?.kind === 'paragraphs' ? { next } : {}) });
      set[name] = first;
      for (const block of others) rest.push({ page: design.continuation!, common: prepared.continuation, set: { [name]: block }, flowing: name });
    }
    return [{ page, common: prepared.pages[index], set }, ...rest];
  });
}

const KINDS: Readonly<Partial<Record<Field['kind'], { readonly words: string; is(value: FieldValue | undefined): boolean }>>> = {
  text: { words: 'a text', is: (value) => typeof value === 'string' },
  paragraphs: { words: 'a list of texts', is: (value) => Array.isArray(value) && value.every((each) => typeof each === 'string') },
  image: { words: "a file's URL", is: (value) => value instanceof URL },
  voucher: { words: 'a code', is: (value) => typeof value === 'string' },
};

/** The compiler has seen to this where it could: what comes from elsewhere is checked here. */
function checkValues(pages: readonly DesignPage[], values: DesignedContent['values']): void {
  for (const { fields = {} } of pages) {
    for (const [name, { kind }] of Object.entries(fields)) {
      const wanted = KINDS[kind];
      if (wanted && !wanted.is(values[name])) throw new UnprintableError('BadContent', name, `Expected ${name} to be ${wanted.words}, got ${values[name] === undefined ? 'none' : 'something else'}. Fill it in the message's content.`);
    }
  }
}
