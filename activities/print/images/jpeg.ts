import { checkPixels, PictureProblem, type ColourSpace, type PictureData } from './picture.ts';
import { isRgbProfile } from './png.ts';

/** Frame headers that a PDF's JPEG filter decodes: baseline, extended and progressive (ITU-T T.81). */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
const OTHER_FRAMES = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

interface Found {
  frame?: { readonly width: number; readonly height: number; readonly depth: number; readonly channels: number };
  isAdobe: boolean;
  orientation: number;
  readonly profile: Map<number, Buffer>;
}

/**
 * Reads a JPEG, which goes into the PDF as it is. Red, green and blue are under the file's own profile, or sRGB; CMYK numbers are inks and printed as such.
 *
 * @throws PictureProblem for what is broken, too large, or lies on its side by EXIF.
 */
export function readJpeg(bytes: Buffer): PictureData {
  const { frame, isAdobe, orientation, profile } = segmentsOf(bytes);
  if (!frame) throw new PictureProblem('a JPEG without a picture in it. Save it anew.');
  const { width, height, depth, channels } = frame;
  checkPixels(width, height);
  if (depth !== 8) throw new PictureProblem(`a JPEG of ${depth} bits. Save it with 8.`);
  if (orientation !== 1) throw new PictureProblem(`a photograph that lies on its side (EXIF orientation ${orientation}). Turn it upright and save it.`);
  const colours: Readonly<Record<number, ColourSpace>> = { 1: { ink: 'grey' }, 3: { profile: profileOf(profile) ?? 'sRGB' }, 4: { ink: 'cmyk' } };
  const colour = colours[channels];
  if (!colour) throw new PictureProblem(`a JPEG of ${channels} channels. Save it in RGB or CMYK.`);
  // Adobe's programs write CMYK upside down: 0 is full ink.
  const inverted: PictureData['entries'] = channels === 4 && isAdobe ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {};
  return { width, height, colour, bytes, entries: { BitsPerComponent: 8, Filter: 'DCTDecode', ...inverted } };
}

function segmentsOf(bytes: Buffer): Found {
  const found: Found = { isAdobe: false, orientation: 1, profile: new Map() };
  for (let place = 2; place + 4 <= bytes.length; ) {
    if (bytes[place] !== 0xff) break;
    const marker = bytes[place + 1]!;
    const length = bytes.readUInt16BE(place + 2);
    const data = bytes.subarray(place + 4, place + 2 + length);
    if (marker === 0xda) return endsWell(bytes) ? found : cutOff();
    if (OTHER_FRAMES.has(marker)) throw new PictureProblem('a JPEG of a kind that presses can’t read. Save it as baseline or progressive.');
    if (FRAMES.has(marker) && data.length >= 6) found.frame = { depth: data[0]!, height: data.readUInt16BE(1), width: data.readUInt16BE(3), channels: data[5]! };
    if (marker === 0xee && data.toString('latin1', 0, 5) === 'Adobe') found.isAdobe = true;
    if (marker === 0xe1) found.orientation = orientationOf(data);
    if (marker === 0xe2 && data.toString('latin1', 0, 11) === 'ICC_PROFILE') found.profile.set(data[12]!, data.subarray(14));
    place += 2 + length;
  }
  return cutOff();
}

function cutOff(): never {
  throw new PictureProblem('a JPEG that ends too early. Save it anew.');
}

/** The end marker is there; cameras may add some bytes after it. */
function endsWell(bytes: Buffer): boolean {
  return bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > bytes.length / 2;
}

/** EXIF's orientation: 1 is upright. */
function orientationOf(data: Buffer): number {
  if (data.toString('latin1', 0, 6) !== 'Exif\0\0') return 1;
  const tiff = data.subarray(6);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (place: number): number => (place + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(place) : tiff.readUInt16BE(place));
  if (tiff.length < 8) return 1;
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < short(directory); entry++) {
    const place = directory + 2 + 12 * entry;
    if (short(place) === 0x0112) return short(place + 8) || 1;
  }
  return 1;
}

/** A profile comes in numbered parts. */
function profileOf(parts: ReadonlyMap<number, Buffer>): Buffer | undefined {
  const profile = Buffer.concat([...parts].sort(([left], [right]) => left - right).map(([, part]) => part));
  return isRgbProfile(profile) ? profile : undefined;
}
