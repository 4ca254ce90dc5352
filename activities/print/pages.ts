import type { PDFRef } from '@cantoo/pdf-lib';
import type { Layer } from './layer.ts';
import type { Objects, PrintDocument } from './print-document.ts';

/** Something that layers draw by name, and that a document holds once: a form, a picture, a designer's page. */
export interface Asset {
  /** How layers call it. */
  readonly name: string;
  /** What it is; two with the same key are the same. */
  readonly key: string;
  /** Puts it into a document. `objects` are the assets that it draws itself. */
  embed(document: PrintDocument, objects: (assets: readonly Asset[]) => Promise<Objects>): PDFRef | Promise<PDFRef>;
}

/** A page that is ready to be added. */
export interface DrawnPage {
  readonly layer: Layer;
  readonly assets: readonly Asset[];
}

/** The pages of a document under way. What they draw by name is embedded when a page first needs it: a piece that fails leaves nothing behind. */
export interface Pages {
  /** @returns its number, from 1. */
  add(page: DrawnPage): Promise<number>;
  readonly count: number;
}

export function openPages(document: PrintDocument): Pages {
  const embedded = new Map<string, PDFRef>();
  let count = 0;
  // One after the other: the order of a document's objects must not depend on which file is read first.
  async function objectsOf(assets: readonly Asset[]): Promise<Objects> {
    const objects: Record<string, PDFRef> = {};
    for (const { name, key, embed } of assets) {
      let ref = embedded.get(key);
      if (!ref) embedded.set(key, (ref = await embed(document, objectsOf)));
      objects[name] = ref;
    }
    return objects;
  }
  return {
    async add({ layer, assets }) {
      document.page(layer, await objectsOf(assets));
      count += 1;
      return count;
    },
    get count() {
      return count;
    },
  };
}

/** A layer that is kept as a form and drawn on many pages. */
export function formOf({ name, key, page }: { name: string; key: string; page: DrawnPage }): Asset {
  return { name, key, embed: async (document, objects) => document.form(page.layer, await objects(page.assets)) };
}
