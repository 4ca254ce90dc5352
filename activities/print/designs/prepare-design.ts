import { createHash } from 'node:crypto';
import type { DesignPage, DesignSource } from '../../../scenarios/content/index.ts';
import { FORMATS, type MailpieceFormat } from '../formats/index.ts';
import { nameOf } from '../images/picture-file.ts';
import { Layer } from '../layer.ts';
import { formOf, type Asset } from '../pages.ts';
import type { Typefaces } from '../typeface.ts';
import { UnprintableError } from '../unprintable-error.ts';
import { designProblems } from './check-design.ts';
import { drawDrawings, type Desk } from './draw-drawings.ts';
import { backgroundAsset, type Library } from './library.ts';

/** A design whose files are read and whose common parts are drawn. */
export interface PreparedDesign {
  readonly format: MailpieceFormat;
  /** The common part of each page, to be drawn under what differs; none for a page that has none. */
  readonly pages: readonly (Asset | undefined)[];
  readonly continuation: Asset | undefined;
  readonly warnings: readonly string[];
  /** Of the design and all files that it names, hexadecimal. */
  readonly sha256: string;
}

/** The designs of a run: each is checked and drawn when the first piece needs it. */
export function openDesigns(faces: Typefaces, library: Library): (design: DesignSource) => Promise<PreparedDesign> {
  const keys = new WeakMap<DesignSource, string>();
  const known = new Map<string, Promise<PreparedDesign>>();
  return (design) => {
    const key = keys.get(design) ?? JSON.stringify(design);
    keys.set(design, key);
    const found = known.get(key) ?? prepare(design, { key, faces, library });
    known.set(key, found);
    return found;
  };
}

async function prepare(design: DesignSource, { key, faces, library }: { key: string; faces: Typefaces; library: Library }): Promise<PreparedDesign> {
  const problems = designProblems(design);
  if (problems.length > 0) throw new UnprintableError('BadDesign', 'design', problems.join(' '));
  const format = FORMATS[design.format];
  const hash = createHash('sha256').update(JSON.stringify(design, nameFiles));
  const warnings: string[] = [];
  const common = async (page: DesignPage, where: string): Promise<Asset | undefined> => {
    if (!page.background && !page.drawn?.length) return undefined;
    const desk: Desk = { format, faces, library, assets: [], warnings };
    const layer = new Layer(format.sheet);
    if (page.background) {
      const asset = backgroundAsset(await library.background(page.background, format.sheet));
      desk.assets.push(asset);
      layer.formAt(asset.name, { x: -format.sheet.bleed, y: format.sheet.height + format.sheet.bleed });
    }
    await drawDrawings(layer, page.drawn ?? [], { desk, where: `${where}: drawn` });
    desk.assets.forEach((asset) => hash.update(asset.key));
    return formOf({ name: 'Shell', key: `${where} of ${key}`, page: { layer, assets: desk.assets } });
  };
  const pages: (Asset | undefined)[] = [];
  for (const [index, page] of design.pages.entries()) pages.push(await common(page, `page ${index + 1}`));
  const continuation = design.continuation && (await common(design.continuation, 'continuation'));
  return { format, pages, continuation, warnings, sha256: hash.digest('hex') };
}

/** Files by their names: where they lie differs from machine to machine, and what is in them is counted apart. */
function nameFiles(this: Readonly<Record<string, unknown>>, name: string, value: unknown): unknown {
  const file = this[name];
  return file instanceof URL ? nameOf(file) : value;
}
