import { deflateSync } from 'node:zlib';
import { PDFHexString, PDFName, type PDFContext, type PDFRef } from '@cantoo/pdf-lib';
import type { ColourSpace, Picture } from './picture.ts';
import { srgbProfile } from './srgb-profile.ts';

/** The profiles that a document has, by their bytes: each is embedded once. */
const profiles = new WeakMap<PDFContext, Map<string, PDFRef>>();

/** Puts a picture into a PDF as an image object (ISO 32000-1, 8.9.5). */
export function embedPicture(context: PDFContext, { width, height, colour, entries, bytes, palette, opacity }: Picture): PDFRef {
  const space = spaceOf(context, colour);
  const ColorSpace = palette ? context.obj(['Indexed', space, palette.length / 3 - 1, PDFHexString.of(Buffer.from(palette).toString('hex'))]) : space;
  const image = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height };
  const SMask = opacity && context.register(context.stream(opacity, { ...image, ColorSpace: 'DeviceGray', BitsPerComponent: 8, Filter: 'FlateDecode' }));
  return context.register(context.stream(bytes, { ...image, ColorSpace, ...entries, ...(SMask ? { SMask } : {}) } as Parameters<PDFContext['stream']>[1]));
}

function spaceOf(context: PDFContext, colour: ColourSpace) {
  if ('ink' in colour) return PDFName.of(colour.ink === 'cmyk' ? 'DeviceCMYK' : 'DeviceGray');
  const bytes = colour.profile === 'sRGB' ? srgbProfile() : colour.profile;
  const known = profiles.get(context) ?? new Map<string, PDFRef>();
  profiles.set(context, known);
  const key = Buffer.from(bytes).toString('latin1');
  const profile = known.get(key) ?? context.register(context.stream(deflateSync(bytes), { N: 3, Filter: 'FlateDecode' }));
  known.set(key, profile);
  return context.obj(['ICCBased', profile]);
}
