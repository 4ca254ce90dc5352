import type { Field, FieldValue } from '../../../scenarios/content/index.ts';
import type { Layer } from '../layer.ts';
import { BLACK, WHITE } from '../measures.ts';
import { qrCode } from '../qr-code.ts';
import { drawVoucher } from './barcode.ts';
import type { Desk } from './draw-drawings.ts';
import { drawText, fitText, type FittedText } from './fit-text.ts';
import { pictureAsset } from './library.ts';
import { placePicture } from './place-picture.ts';
import { drawAddress, drawPersonalAddress } from './postal.ts';

/** What one piece fills its fields with. */
export interface Filling {
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly qrUrl: string;
  readonly purlUrl: string;
  readonly addressLines: readonly string[];
  /** Paragraphs that are set already, by name: what stands on this page of each. */
  readonly set: Readonly<Record<string, FittedText | undefined>>;
  readonly page: number;
  readonly pages: number;
}

/** Draws the fields of a page. */
export async function drawFields(layer: Layer, fields: Readonly<Record<string, Field>>, { desk, filling }: { desk: Desk; filling: Filling }): Promise<void> {
  for (const [name, field] of Object.entries(fields)) await drawField(layer, { name, field, desk, filling });
}

async function drawField(layer: Layer, { name, field, desk, filling }: { name: string; field: Field; desk: Desk; filling: Filling }): Promise<void> {
  const { faces, format, library } = desk;
  const value = filling.values[name];
  switch (field.kind) {
    case 'text':
      drawText(layer, fitText({ field: name, text: value as string, setting: field, faces }), field);
      return;
    case 'paragraphs': {
      const block = filling.set[name];
      if (block) drawText(layer, block, field);
      return;
    }
    case 'image': {
      const picture = await library.picture(value as URL, name);
      const asset = pictureAsset(picture);
      const warning = placePicture(layer, { name, resource: asset.name, field, picture });
      desk.assets.push(asset);
      if (warning) desk.warnings.push(warning);
      return;
    }
    case 'qr':
      // White under the code: readers need the contrast, whatever the background.
      layer.rectangle({ x: field.x, y: field.y, width: field.size, height: field.size }, WHITE);
      layer.rectangles(qrCode(filling.qrUrl, { ...field, smallestModule: format.qrModule }), BLACK);
      return;
    case 'purl':
      drawPersonalAddress(layer, faces, { name, field, url: filling.purlUrl });
      return;
    case 'voucher':
      layer.rectangle(field, WHITE);
      drawVoucher(layer, faces, { name, field, code: value as string });
      return;
    case 'address':
      drawAddress(layer, faces, { zone: format.address, lines: filling.addressLines });
      return;
    case 'page-number': {
      const text = field.text.replace('{page}', String(filling.page)).replace('{pages}', String(filling.pages));
      drawText(layer, fitText({ field: name, text, setting: field, faces }), field);
      return;
    }
  }
}
