import QRCode from 'qrcode';
import { QUIET_ZONE, SMALLEST_MODULE } from './qr-code.ts';

/** Side of the A6 postcard's code with its quiet zone, in millimetres: the least room that a format of ours leaves. */
const LEAST_ROOM = 22.5;
/** Version 3 holds what nearly every public address needs: 47 characters in capitals, 34 of them before the token. */
const USUAL_VERSION = 3;
/** What stands behind the public address in a code: `/Q/` and a token; one of letters, since a row of digits would take less room. */
const PATH = '/Q/KQXMPABCDE';

/** How large the QR codes of a public address come out, and what would make them smaller. */
export interface QrAdvice {
  /** Characters in a code. */
  readonly characters: number;
  readonly version: number;
  /** Modules of a side, quiet zone included. */
  readonly modules: number;
  /** Millimetres of a module in the room that there is. */
  readonly module: number;
  /** Millimetres of a side that the smallest readable module asks for. */
  readonly needed: number;
  readonly fits: boolean;
  /** Characters to save for the next smaller version, or for the first that fits. */
  readonly save: number;
  /** All this in two sentences, for an operator. */
  readonly message: string;
}

/**
 * What to tell an operator whose public address is so long that it makes QR codes grow: finer modules, which poor paper and old cameras don't forgive, or
 * a code that does not fit at all.
 *
 * @param publicUrl the tracker's address, as people see it, without a slash at the end
 * @param room millimetres of a side with its quiet zone, and of the smallest module; the A6 postcard's and 0.5 unless said
 * @returns undefined while codes are of the usual size.
 * @example qrAdvice('https://courrier.chauffage-bellebraise.example')?.message
 */
export function qrAdvice(publicUrl: string, { size = LEAST_ROOM, smallestModule = SMALLEST_MODULE }: { size?: number; smallestModule?: number } = {}): QrAdvice | undefined {
  const text = (publicUrl + PATH).toUpperCase();
  const version = versionOf(text);
  const modules = sideOf(version);
  const fits = size / modules >= smallestModule;
  if (version <= USUAL_VERSION && fits) return undefined;
  const enough = (shorter: number): boolean => (fits ? shorter < version : size / sideOf(shorter) >= smallestModule);
  const base = publicUrl.length;
  const save = Array.from({ length: base }, (_, index) => index + 1).find((less) => enough(versionOf(text.slice(0, base - less) + PATH))) ?? base;
  const [module, needed] = [size / modules, modules * smallestModule];
  const odd = /[^0-9A-Z $%*+\-./:]/.exec(text)?.[0];
  const message =
    `Expected a public address whose QR codes are of version ${USUAL_VERSION} at most, got version ${version}: ${text.length} characters make ${modules} modules, of ${module.toFixed(2)} mm in ${size} mm` +
    `${fits ? '' : `, but ${smallestModule} mm is the least, ${needed.toFixed(1)} mm in all: no piece can be printed`}. ` +
    `${odd === undefined ? '' : `'${odd}' keeps them out of the compact mode. `}Save ${save} ${save === 1 ? 'character' : 'characters'} of PARCOURS_PUBLIC_URL for ${fits ? `version ${version - 1}` : 'codes that fit'}: ${publicUrl}`;
  return { characters: text.length, version, modules, module, needed, fits, save, message };
}

function versionOf(text: string): number {
  return QRCode.create(text, { errorCorrectionLevel: 'Q' }).version;
}

/** Modules of a side (ISO/IEC 18004, 5.3.1), quiet zone included. */
function sideOf(version: number): number {
  return 17 + 4 * version + 2 * QUIET_ZONE;
}
