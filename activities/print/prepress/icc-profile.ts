import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PermanentError } from '../../errors.ts';

/** An ICC profile of a printing process, checked. */
export interface IccProfile {
  readonly bytes: Uint8Array;
  /** The profile's own name. */
  readonly description: string;
  /** Text of its `targ` tag: the characterisation data that it was made from. Often empty. */
  readonly target: string;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** Larger files are no profile of a press: the largest in use have 10 MB. */
const LARGEST = 32 * 1024 * 1024;

/**
 * Reads a printer's profile.
 *
 * @throws PermanentError `NoIccProfile` when there is no such file, `BadIccProfile` when it is none, or none of a CMYK press.
 * @example const profile = openIccProfile('/srv/profiles/PSOcoated_v3.icc');
 */
export function openIccProfile(path: string): IccProfile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new PermanentError('NoIccProfile', `Expected an ICC profile at ${path}, got ${(error as NodeJS.ErrnoException).code ?? 'an error'}. Ask the printer for the profile of the paper, and set PARCOURS_ICC_PROFILE to its path.`);
  }
  return iccProfile(bytes, path);
}

/**
 * Checks the bytes of a profile: its header (ICC.1:2022, 7.2), that it is of an output device with the four inks, and the tables that turn ink
 * into colour and back.
 *
 * @throws PermanentError `BadIccProfile`.
 */
export function iccProfile(bytes: Uint8Array, from = 'the profile'): IccProfile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wrong = (expected: string, got: string): never => {
    throw new PermanentError('BadIccProfile', `Expected ${from} to be ${expected}, got ${got}. Give the ICC profile of the printing process (CMYK, class 'prtr'), such as the printer or ECI publishes it.`);
  };
  const text = (from_: number, length: number): string => file.toString('latin1', from_, from_ + length);
  if (file.length < 132 || text(36, 4) !== 'acsp') wrong('an ICC profile', `${file.length} bytes without its signature`);
  if (file.length > LARGEST) wrong(`an ICC profile of at most ${LARGEST / 1024 / 1024} MB`, `${Math.round(file.length / 1024 / 1024)} MB`);
  if (file.readUInt32BE(0) !== file.length) wrong(`${file.readUInt32BE(0)} bytes long, as its header says`, `${file.length} bytes`);
  if (text(12, 4) !== 'prtr') wrong("the profile of an output device (class 'prtr')", `class '${printable(text(12, 4))}'`);
  if (text(16, 4) !== 'CMYK') wrong('a profile of CMYK', `one of '${printable(text(16, 4))}'`);
  if (file[8]! > 4) wrong('a profile of ICC version 2 or 4, which PDF knows', `version ${file[8]}`);
  const tags = tagsOf(file);
  if (!tags) return wrong('an ICC profile', 'one whose list of tags leads beyond its end');
  for (const tag of ['A2B0', 'B2A0']) if (!tags.has(tag)) wrong(`a profile with the table ${tag}`, 'one without');
  const description = wordsOf(tags.get('desc'));
  if (!description) wrong('a profile with a description', 'one without');
  return { bytes, description, target: wordsOf(tags.get('targ')), sha256: createHash('sha256').update(file).digest('hex') };
}

function tagsOf(file: Buffer): Map<string, Buffer> | undefined {
  const count = file.readUInt32BE(128);
  if (132 + 12 * count > file.length) return undefined;
  const tags = new Map<string, Buffer>();
  for (let entry = 132; entry < 132 + 12 * count; entry += 12) {
    const [offset, length] = [file.readUInt32BE(entry + 4), file.readUInt32BE(entry + 8)];
    if (offset + length > file.length) return undefined;
    tags.set(file.toString('latin1', entry, entry + 4), file.subarray(offset, offset + length));
  }
  return tags;
}

/** The words of a text tag: `desc` and `text` of version 2, `mluc` (its first language) of version 4. */
function wordsOf(tag: Buffer | undefined): string {
  if (!tag || tag.length < 12) return '';
  const kind = tag.toString('latin1', 0, 4);
  if (kind === 'desc') return printable(tag.toString('latin1', 12, 12 + tag.readUInt32BE(8))).trim();
  if (kind === 'text') return printable(tag.toString('latin1', 8, 2048)).trim();
  if (kind !== 'mluc' || tag.length < 28) return '';
  const [length, offset] = [tag.readUInt32BE(20), tag.readUInt32BE(24)];
  const utf16 = Buffer.from(tag.subarray(offset, offset + length - (length % 2)));
  return utf16.length % 2 === 0 ? printable(utf16.swap16().toString('utf16le')).trim() : '';
}

/** Up to the first nought, without control characters. */
function printable(text: string): string {
  return (text.split('\0')[0] ?? '').replace(/\p{C}/gu, ' ');
}
