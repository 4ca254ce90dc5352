import type { FileHandle } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UnprintableError } from '../unprintable-error.ts';
import { readJpeg } from './jpeg.ts';
import { PictureProblem, type Picture, type PictureData } from './picture.ts';
import { readPng } from './png.ts';

/** Bytes of a file at most. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Reads a PNG or JPEG file. Its size is read from its header first: what claims to be huge is never decoded.
 *
 * @param field whose picture it is, for the error
 * @throws UnprintableError `BadImage`, naming field and file.
 */
export async function readPicture(file: URL, field: string): Promise<Picture> {
  const name = nameOf(file);
  const bad = (problem: string): UnprintableError => new UnprintableError('BadImage', field, `Expected ${name} for ${field} to be a PNG or JPEG file that can be printed, got ${problem}`);
  try {
    const bytes = await readWhole(file);
    const picture = pictureOf(bytes);
    return { ...picture, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    if (error instanceof PictureProblem) throw bad(error.message);
    if (isMissing(error)) throw bad('no such file. Check its path.');
    throw error;
  }
}

/** A file's name without its folders: they are the worker's own affair. */
export function nameOf(file: URL): string {
  return decodeURIComponent(basename(file.pathname));
}

/** Whether the file system says that there is no such file to be read. */
export function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && ['ENOENT', 'EISDIR', 'EACCES', 'ERR_INVALID_URL_SCHEME', 'ERR_INVALID_FILE_URL_HOST'].includes(String(error.code));
}

function pictureOf(bytes: Buffer): PictureData {
  if (bytes.subarray(0, 8).equals(PNG)) return readPng(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return readJpeg(bytes);
  const beginning = bytes.toString('latin1', 0, 1024).trimStart();
  if (/^(\ufeff|ï»¿)?<(\?xml|!DOCTYPE svg|svg)/i.test(beginning)) throw new PictureProblem('an SVG drawing. Export it as PNG at 300 dpi, or put it into the design’s PDF background.');
  const other = Object.entries(OTHERS).find(([signature]) => beginning.startsWith(signature) || beginning.slice(8).startsWith(signature));
  throw new PictureProblem(`${bytes.length === 0 ? 'an empty file' : other ? `a ${other[1]} file` : 'a file of another kind'}. Save it as PNG or JPEG.`);
}

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const OTHERS: Readonly<Record<string, string>> = { GIF8: 'GIF', WEBP: 'WebP', '%PDF': 'PDF', 'II*\0': 'TIFF', 'MM\0*': 'TIFF', BM: 'BMP', '8BPS': 'Photoshop' };

async function readWhole(file: URL): Promise<Buffer> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(fileURLToPath(file), 'r');
    const { size } = await handle.stat();
    if (size > MOST_BYTES) throw new PictureProblem(`${Math.round(size / 1024 / 1024)} MB, and ${MOST_BYTES / 1024 / 1024} are the most. Save it smaller.`);
    return await handle.readFile();
  } finally {
    await handle?.close();
  }
}
