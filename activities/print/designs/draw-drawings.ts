import type { Drawing } from '../../../scenarios/content/index.ts';
import type { MailpieceFormat } from '../formats/index.ts';
import { Layer } from '../layer.ts';
import type { Asset } from '../pages.ts';
import { drawPaidMark } from '../paid-mark.ts';
import type { Typefaces } from '../typeface.ts';
import { drawText, fitText } from './fit-text.ts';
import { pictureAsset, type Library } from './library.ts';
import { placePicture } from './place-picture.ts';

/** What drawing a page needs, and where it says what it has used and what it warns of. */
export interface Desk {
  readonly format: MailpieceFormat;
  readonly faces: Typefaces;
  readonly library: Library;
  readonly assets: Asset[];
  readonly warnings: string[];
}

/** Draws what every piece of a design has alike; `where` names it in errors, such as `page 1: drawn`. */
export async function drawDrawings(layer: Layer, drawings: readonly Drawing[], { desk, where }: { desk: Desk; where: string }): Promise<void> {
  for (const [index, drawing] of drawings.entries()) await drawOne(layer, drawing, { desk, where: `${where}[${index}]` });
}

async function drawOne(layer: Layer, drawing: Drawing, { desk, where }: { desk: Desk; where: string }): Promise<void> {
  const { faces, format } = desk;
  switch (drawing.shape) {
    case 'rectangle':
      if (drawing.radius) layer.roundedRectangle({ ...drawing, radius: drawing.radius }, drawing.colour);
      else layer.rectangle(drawing, drawing.colour);
      return;
    case 'circle':
      layer.circle(drawing, drawing.colour);
      return;
    case 'path':
      layer.path(drawing.path, drawing);
      return;
    case 'clipped': {
      // What a picture needs is read before anything is drawn, so the inside is drawn on a layer of its own.
      const inside = new Layer(layer.sheet);
      await drawDrawings(inside, drawing.drawn, { desk, where });
      layer.clipped(drawing, (clip) => clip.append(inside));
      return;
    }
    case 'words':
      drawText(layer, fitText({ field: where, text: drawing.text, setting: drawing, faces }), drawing);
      return;
    case 'picture': {
      const asset = pictureAsset(await desk.library.picture(drawing.file, where));
      const warning = placePicture(layer, { name: where, resource: asset.name, field: drawing, picture: await desk.library.picture(drawing.file, where) });
      desk.assets.push(asset);
      if (warning) desk.warnings.push(warning);
      return;
    }
    case 'paid-mark': {
      const zone = format.kept.find(({ name }) => name === 'franking zone');
      if (zone) drawPaidMark(layer, faces, { right: zone.box.x + zone.box.width - 6, top: zone.box.y + 7, lines: drawing.lines });
      return;
    }
  }
}
