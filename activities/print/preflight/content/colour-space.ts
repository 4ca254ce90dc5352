import type { PdfFile } from '../file/pdf-file.ts';
import { PdfName, PdfString, type PdfDict, type PdfValue } from '../file/values.ts';

/** A colour space (ISO 32000-1, 8.6) as far as a printer cares. */
export interface ColourSpace {
  readonly kind: 'gray' | 'rgb' | 'cmyk' | 'device-independent' | 'icc' | 'separation' | 'devicen' | 'indexed' | 'pattern' | 'unknown';
  /** How many numbers a colour has. */
  readonly components: number;
  /** Inks of `separation` and `devicen`; else the space's name for `device-independent` and `unknown`. */
  readonly names: readonly string[];
  /** Of `indexed` and `pattern`. */
  readonly base?: ColourSpace;
}

const plain = (kind: ColourSpace['kind'], components: number, names: readonly string[] = []): ColourSpace => ({ kind, components, names });
export const GRAY = plain('gray', 1);
export const RGB = plain('rgb', 3);
export const CMYK = plain('cmyk', 4);
const BY_NAME: Readonly<Record<string, ColourSpace>> = { DeviceGray: GRAY, G: GRAY, DeviceRGB: RGB, RGB, DeviceCMYK: CMYK, CMYK, Pattern: plain('pattern', 0) };

/** Reads a colour space, by its name in the resources or in full. */
export function colourSpaceOf(file: PdfFile, value: PdfValue | undefined, resources: PdfDict | undefined, depth = 0): ColourSpace {
  const found = file.resolve(value);
  if (found instanceof PdfName) {
    const known = BY_NAME[found.name];
    const own = known ? undefined : file.dict(resources?.get('ColorSpace'))?.get(found.name);
    return known ?? (own === undefined || depth > 4 ? plain('unknown', 0, [found.name]) : colourSpaceOf(file, own, resources, depth + 1));
  }
  const parts = file.array(found);
  const name = file.name(parts?.[0]);
  if (!parts || !name || depth > 4) return plain('unknown', 0, [name ?? 'none']);
  const inner = (part: PdfValue | undefined): ColourSpace => colourSpaceOf(file, part, resources, depth + 1);
  switch (name) {
    case 'ICCBased':
      return plain('icc', file.number(file.dict(parts[1])?.get('N')) ?? 0);
    case 'CalGray':
      return plain('device-independent', 1, [name]);
    case 'CalRGB':
    case 'Lab':
      return plain('device-independent', 3, [name]);
    case 'Separation':
      return plain('separation', 1, [inkName(file, parts[1])]);
    case 'DeviceN': {
      const names = (file.array(parts[1]) ?? []).slice(0, 32).map((each) => inkName(file, each));
      return plain('devicen', names.length, names);
    }
    case 'Indexed':
    case 'I':
      return { ...plain('indexed', 1), base: inner(parts[1]) };
    case 'Pattern':
      return parts.length > 1 ? { ...plain('pattern', 0), base: inner(parts[1]) } : plain('pattern', 0);
    default:
      return BY_NAME[name] ?? plain('unknown', 0, [name]);
  }
}

function inkName(file: PdfFile, value: PdfValue | undefined): string {
  const found = file.resolve(value);
  const bytes = found instanceof PdfName ? Buffer.from(found.name, 'latin1') : found instanceof PdfString ? found.bytes : Buffer.from('?');
  return bytes.toString('utf8').replace(/\p{C}/gu, ' ').slice(0, 60);
}

/** A colour that is painted with. */
export interface Colour {
  readonly space: ColourSpace;
  readonly values: readonly number[];
  /** What `pattern` paints with. */
  readonly pattern?: PdfValue;
}

export const BLACK: Colour = { space: GRAY, values: [0] };

/** How much of each ink a colour lays down, from 0 to 1; undefined where that can't be told from the numbers alone. */
export function inksOf({ space, values }: Colour): ReadonlyMap<string, number> | undefined {
  const share = (index: number): number => Math.min(1, Math.max(0, values[index] ?? 0));
  switch (space.kind) {
    case 'gray':
      return new Map([['Black', 1 - share(0)]]);
    case 'cmyk':
      return new Map(PROCESS_INKS.map((ink, index) => [ink, share(index)]));
    case 'icc':
      return space.components === 4 ? new Map(PROCESS_INKS.map((ink, index) => [ink, share(index)])) : undefined;
    case 'separation':
    case 'devicen':
      return space.names[0] === 'All' ? new Map(PROCESS_INKS.map((ink) => [ink, share(0)])) : new Map(space.names.filter((name) => name !== 'None').map((name, index) => [name, share(index)]));
    default:
      return undefined;
  }
}

export const PROCESS_INKS = ['Cyan', 'Magenta', 'Yellow', 'Black'] as const;
