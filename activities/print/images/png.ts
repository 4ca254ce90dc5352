import { deflateSync, inflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { checkPixels, PictureProblem, type ColourSpace, type PictureData } from './picture.ts';

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly type: ColourType;
  readonly interlaced: boolean;
}
const COLOUR_TYPES = { 0: 'grey', 2: 'colour', 3: 'indexed', 4: 'grey with opacity', 6: 'colour with opacity' } as const;
type ColourType = (typeof COLOUR_TYPES)[keyof typeof COLOUR_TYPES];

/**
 * Reads a PNG (W3C recommendation, third edition). A plain one goes into the PDF as it is, since PDF knows PNG's predictors; one with transparency,
 * interlacing or 16 bits is decoded. Colours are sRGB unless the file has a profile.
 *
 * @throws PictureProblem for what is broken, too large or not what it claims to be.
 */
export function readPng(bytes: Buffer): PictureData {
  const chunks = chunksOf(bytes);
  const header = headerOf(chunks);
  const { width, height, depth, type, interlaced } = header;
  checkPixels(width, height);
  const packed = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data));
  const colour: ColourSpace = type.startsWith('grey') ? { ink: 'grey' } : { profile: profileOf(chunks) ?? 'sRGB' };
  const palette = chunks.find(({ name }) => name === 'PLTE')?.data;
  const isPlain = !interlaced && depth <= 8 && !type.endsWith('opacity') && !chunks.some(({ name }) => name === 'tRNS');
  if (!isPlain) return decoded(bytes, header, colour);
  if (type === 'indexed' && !palette) throw new PictureProblem('an indexed PNG without its palette. Save it anew.');

  const channels = type === 'colour' ? 3 : 1;
  checkData(packed, height * (1 + Math.ceil((width * channels * depth) / 8)));
  return {
    ...{ width, height, colour, bytes: packed },
    entries: { BitsPerComponent: depth, Filter: 'FlateDecode', DecodeParms: { Predictor: 15, Colors: channels, BitsPerComponent: depth, Columns: width } },
    ...(type === 'indexed' ? { palette: palette! } : {}),
  };
}

interface Chunk {
  readonly name: string;
  readonly data: Buffer;
}

function chunksOf(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let place = 8; place + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(place);
    const name = bytes.toString('latin1', place + 4, place + 8);
    if (place + 12 + length > bytes.length) break;
    chunks.push({ name, data: bytes.subarray(place + 8, place + 8 + length) });
    if (name === 'IEND') return chunks;
    place += 12 + length;
  }
  throw new PictureProblem('a PNG that ends too early. Save it anew.');
}

function headerOf([first]: readonly Chunk[]): Header {
  if (first?.name !== 'IHDR' || first.data.length < 13) throw new PictureProblem('a PNG without its header. Save it anew.');
  const { data } = first;
  const type = COLOUR_TYPES[data[9] as keyof typeof COLOUR_TYPES];
  if (!type) throw new PictureProblem('a PNG of an unknown kind. Save it anew.');
  return { width: data.readUInt32BE(0), height: data.readUInt32BE(4), depth: data[8] ?? 0, type, interlaced: data[12] === 1 };
}

/** Unpacks the pixels once to see that they are all there; no more memory is taken than the header says. */
function checkData(packed: Buffer, length: number): void {
  let unpacked: Buffer;
  try {
    unpacked = inflateSync(packed, { maxOutputLength: length + 1 });
  } catch (error) {
    const isTooMuch = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new PictureProblem(`a PNG ${isTooMuch ? 'with more pixels than its header says' : 'whose pixels can’t be unpacked'}. Save it anew.`);
  }
  if (unpacked.length !== length) throw new PictureProblem(`a PNG with ${unpacked.length < length ? 'fewer' : 'more'} pixels than its header says. Save it anew.`);
}

function decoded(bytes: Buffer, { width, height, type }: Header, colour: ColourSpace): PictureData {
  let pixels: Buffer;
  try {
    pixels = PNG.sync.read(bytes, { checkCRC: false }).data;
  } catch {
    throw new PictureProblem('a PNG whose pixels can’t be unpacked. Save it anew.');
  }
  const channels = type.startsWith('grey') ? 1 : 3;
  const [values, opacity] = [Buffer.alloc(width * height * channels), Buffer.alloc(width * height)];
  let isOpaque = true;
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < channels; channel++) values[pixel * channels + channel] = pixels[pixel * 4 + channel]!;
    opacity[pixel] = pixels[pixel * 4 + 3]!;
    isOpaque &&= opacity[pixel] === 255;
  }
  if (!isOpaque) spreadColours(values, { width, height, channels, opacity });
  return { width, height, colour, bytes: deflateSync(values), entries: { BitsPerComponent: 8, Filter: 'FlateDecode' }, ...(isOpaque ? {} : { opacity: deflateSync(opacity) }) };
}

/**
 * Gives pixels that don't show the colour of one beside them that does. Printers scale colour and opacity apart: at an edge the black that programs leave behind
 * what is clear would make a dark line.
 */
function spreadColours(values: Buffer, { width, height, channels, opacity }: { width: number; height: number; channels: number; opacity: Buffer }): void {
  const isSet = Uint8Array.from(opacity, (value) => (value > 0 ? 1 : 0));
  const along = (start: number, step: number, count: number): void => {
    for (let index = 1, pixel = start + step; index < count; index++, pixel += step) {
      if (isSet[pixel] || !isSet[pixel - step]) continue;
      values.copyWithin(pixel * channels, (pixel - step) * channels, (pixel - step + 1) * channels);
      isSet[pixel] = 1;
    }
  };
  for (let row = 0; row < height; row++) {
    along(row * width, 1, width);
    along(row * width + width - 1, -1, width);
  }
  for (let column = 0; column < width; column++) {
    along(column, width, height);
    along((height - 1) * width + column, -width, height);
  }
}

/** The profile for red, green and blue that a file brings along, if it is one. */
function profileOf(chunks: readonly Chunk[]): Buffer | undefined {
  const data = chunks.find(({ name }) => name === 'iCCP')?.data;
  if (!data) return undefined;
  try {
    const profile = inflateSync(data.subarray(data.indexOf(0) + 2), { maxOutputLength: 4 * 1024 * 1024 });
    return isRgbProfile(profile) ? profile : undefined;
  } catch {
    return undefined;
  }
}

/** Whether these bytes are an ICC profile for red, green and blue (ICC.1:2022, 7.2). */
export function isRgbProfile(profile: Buffer): boolean {
  return profile.length > 128 && profile.toString('latin1', 36, 40) === 'acsp' && profile.toString('latin1', 16, 20) === 'RGB ';
}
