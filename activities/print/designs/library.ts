import type { DesignedContent, PdfBackground } from '../../../scenarios/content/index.ts';
import { embedBackground, openBackground, type Background, type OpenedFiles } from '../backgrounds/background.ts';
import { embedPicture } from '../images/embed-picture.ts';
import type { Picture } from '../images/picture.ts';
import { readPicture } from '../images/picture-file.ts';
import type { Sheet } from '../measures.ts';
import type { Asset } from '../pages.ts';

/**
 * The files that the pieces of a run use, each read once. One that can't be used gives the same error to each piece that asks, and to no other.
 */
export interface Library {
  picture(file: URL, field: string): Promise<Picture>;
  background(background: PdfBackground, sheet: Sheet): Promise<Background>;
}

export function openLibrary(): Library {
  const pictures = new Map<string, Promise<Picture>>();
  const backgrounds = new Map<string, Promise<Background>>();
  const opened: OpenedFiles = new Map();
  return {
    picture: (file, field) => remember(pictures, `${field} ${file.href}`, () => readPicture(file, field)),
    background: (background, sheet) => remember(backgrounds, JSON.stringify([background, sheet]), () => openBackground(background, sheet, opened)),
  };
}

function remember<Value>(known: Map<string, Promise<Value>>, key: string, read: () => Promise<Value>): Promise<Value> {
  const found = known.get(key) ?? read();
  known.set(key, found);
  return found;
}

/** Named by its content, so that a document's identity, which is made from what is drawn, covers its pictures. */
export function pictureAsset(picture: Picture): Asset {
  const name = `P${picture.sha256.slice(0, 12)}`;
  return { name, key: `picture ${picture.sha256}`, embed: (document) => embedPicture(document.pdf.context, picture) };
}

export function backgroundAsset(background: Background): Asset {
  const name = `B${background.sha256.slice(0, 12)}`;
  return { name, key: `background ${background.sha256}`, embed: (document) => embedBackground(document.pdf, background) };
}

/** What a piece fills in, its pictures by their content: the same picture under another name is the same. */
export function saidBy(values: DesignedContent['values'], library: Library): Promise<(readonly [name: string, said: unknown])[]> {
  return Promise.all(Object.entries(values).map(async ([name, value]) => [name, value instanceof URL ? (await library.picture(value, name)).sha256 : value] as const));
}
