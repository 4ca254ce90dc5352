import { constants, inflateSync } from 'node:zlib';
import { Trouble, type Budget } from '../limits.ts';
import { PdfName, type PdfDict, type PdfValue } from './values.ts';

/** How a stream's bytes are packed: the filters, outermost first, each with its settings. */
export interface Packing {
  readonly filter: string;
  readonly settings: PdfDict;
}

/**
 * Unpacks a stream (ISO 32000-1, 7.4). Those filters that only images have are not for here: images are judged by their dictionaries.
 *
 * @throws Trouble `decompression-bomb` when it inflates beyond the budget, `broken-stream`, `unsupported-filter`.
 */
export function unpack(raw: Buffer, packings: readonly Packing[], budget: Budget): Buffer {
  // Each filter may swell what it gets: a chain of many is a bomb of its own.
  if (packings.length > 8) throw new Trouble('decompression-bomb', `Expected at most 8 filters on a stream, got ${packings.length}.`);
  return packings.reduce((bytes, { filter, settings }) => {
    const unpacked = unpackOne(bytes, filter, settings, budget);
    budget.inflate(unpacked.length);
    return unpacked;
  }, raw);
}

function unpackOne(bytes: Buffer, filter: string, settings: PdfDict, budget: Budget): Buffer {
  switch (filter) {
    case 'FlateDecode':
    case 'Fl':
      return unpredicted(inflated(bytes, budget), settings);
    case 'ASCIIHexDecode':
    case 'AHx':
      return Buffer.from((bytes.toString('latin1').split('>')[0] ?? '').replace(/[^\da-fA-F]/g, ''), 'hex');
    case 'ASCII85Decode':
    case 'A85':
      return ascii85(bytes);
    case 'RunLengthDecode':
    case 'RL':
      return runLengths(bytes, budget);
    default:
      throw new Trouble('unsupported-filter', `Expected streams packed by FlateDecode, got ${filter}.`);
  }
}

function inflated(bytes: Buffer, budget: Budget): Buffer {
  const room = budget.room;
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, room), finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') tooLarge(room);
    throw new Trouble('broken-stream', `Expected a stream that inflates, got ${(error as Error).message}.`);
  }
}

function tooLarge(room: number): never {
  throw new Trouble('decompression-bomb', `Expected a stream that inflates to at most ${Math.floor(room / 1024 ** 2)} MB, got a larger one.`);
}

/** Up to 128: as many bytes follow, and one more. Above: the next byte, 257 less so often. 128 ends it. */
function runLengths(bytes: Buffer, budget: Budget): Buffer {
  let size = 0;
  for (let at = 0; at < bytes.length && bytes[at] !== 128; at += bytes[at]! < 128 ? bytes[at]! + 2 : 2) size += bytes[at]! < 128 ? bytes[at]! + 1 : 257 - bytes[at]!;
  if (size > budget.room) tooLarge(budget.room);
  const out = Buffer.alloc(size);
  let [from, to] = [0, 0];
  while (from < bytes.length && bytes[from] !== 128) {
    const length = bytes[from]!;
    if (length < 128) bytes.copy(out, to, from + 1, from + 2 + length);
    else out.fill(bytes[from + 1] ?? 0, to, to + 257 - length);
    to += length < 128 ? length + 1 : 257 - length;
    from += length < 128 ? length + 2 : 2;
  }
  return out;
}

function ascii85(bytes: Buffer): Buffer {
  const text = (bytes.toString('latin1').split('~>')[0] ?? '').replace(/\s/g, '').replace(/z/g, '!!!!!');
  const out = Buffer.alloc(Math.ceil(text.length / 5) * 4);
  let length = 0;
  for (let at = 0; at < text.length; at += 5) {
    const group = text.slice(at, at + 5);
    const value = [...group.padEnd(5, 'u')].reduce((sum, sign) => sum * 85 + Math.min(84, Math.max(0, sign.charCodeAt(0) - 33)), 0);
    out.writeUInt32BE(value % 2 ** 32, (at / 5) * 4);
    length += group.length - 1;
  }
  return out.subarray(0, Math.max(0, length));
}

/** Takes a prediction back (7.4.4.4): cross-reference streams have PNG's `up`. */
function unpredicted(bytes: Buffer, settings: PdfDict): Buffer {
  const predictor = numberOf(settings.get('Predictor'), 1);
  if (predictor < 10) return bytes;
  const pixel = Math.max(1, Math.ceil((numberOf(settings.get('Colors'), 1) * numberOf(settings.get('BitsPerComponent'), 8)) / 8));
  const width = Math.max(1, Math.ceil((numberOf(settings.get('Colors'), 1) * numberOf(settings.get('BitsPerComponent'), 8) * numberOf(settings.get('Columns'), 1)) / 8));
  const rows = Math.ceil(bytes.length / (width + 1));
  const out = Buffer.alloc(rows * width);
  for (let row = 0; row < rows; row++) {
    const from = row * (width + 1);
    const kind = bytes[from];
    for (let column = 0; column < width && from + 1 + column < bytes.length; column++) {
      const at = row * width + column;
      const left = column >= pixel ? out[at - pixel]! : 0;
      const up = row > 0 ? out[at - width]! : 0;
      const corner = row > 0 && column >= pixel ? out[at - width - pixel]! : 0;
      const guess = kind === 1 ? left : kind === 2 ? up : kind === 3 ? (left + up) >> 1 : kind === 4 ? paeth(left, up, corner) : 0;
      out[at] = bytes[from + 1 + column]! + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const [byLeft, byUp, byCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

function numberOf(value: PdfValue | undefined, otherwise: number): number {
  return typeof value === 'number' && value > 0 && value < 1e6 ? value : otherwise;
}

export function nameOf(value: PdfValue | undefined): string | undefined {
  return value instanceof PdfName ? value.name : undefined;
}
