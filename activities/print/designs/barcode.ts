import bwip from 'bwip-js/node';
import { isChecked } from '../../../scenarios/content/voucher-code.ts';
import type { VoucherField } from '../../../scenarios/content/index.ts';
import { BLACK } from '../measures.ts';
import type { Layer } from '../layer.ts';
import type { Box } from '../shapes.ts';
import type { Typefaces } from '../typeface.ts';
import { UnprintableError } from '../unprintable-error.ts';

/** Quiet zones in modules, left and right, and the smallest module in millimetres (GS1 General Specifications, 5; ISO/IEC 15417, 16022). */
const KINDS = {
  'code-128': { bcid: 'code128', quiet: [10, 10], least: 0.25 },
  'ean-13': { bcid: 'ean13', quiet: [11, 7], least: 0.264 },
  'data-matrix': { bcid: 'datamatrix', quiet: [1, 1], least: 0.35 },
} as const;

/** Points of the code in clear, and the millimetres that it takes. */
const CLEAR = { size: 8, height: 3.6, baseline: 2.9 };
/** Bars of an EAN-13 that reach lower, between the digits: beginning, middle, end. */
const GUARDS = new Set([0, 1, 14, 15, 28, 29]);

/**
 * Draws a voucher: its code as bars or modules in black ink alone, with quiet zones, and in clear.
 *
 * @throws UnprintableError `BadVoucher` for a code that fails its check or that its barcode can't hold, or an area that is too small for it.
 */
export function drawVoucher(layer: Layer, faces: Typefaces, { name, field, code }: { name: string; field: VoucherField; code: string }): void {
  if (!isChecked(code, field.check)) throw new UnprintableError('BadVoucher', name, `Expected ${name} to be a code whose last symbol follows from the others (${field.check}), got one that does not. Make it with withCheck.`);
  const { bcid, quiet, least } = KINDS[field.barcode];
  const symbol = encoded(bcid, code, name);
  const height = field.height - (field.bare ? 0 : CLEAR.height);
  const module = 'sbs' in symbol ? field.width / (sum(symbol.sbs) + quiet[0] + quiet[1]) : Math.min(field.width / (symbol.pixx + 2), height / (symbol.pixy + 2));
  if (module < least) throw new UnprintableError('BadVoucher', name, `Expected ${name} to have modules of at least ${least} mm in ${field.width} × ${field.height} mm, got ${module.toFixed(3)} mm. Give it more room.`);
  if ('sbs' in symbol) drawBars(layer, symbol.sbs, { ...field, x: field.x + quiet[0] * module, height, module, guard: bcid === 'ean13' && !field.bare ? CLEAR.height * 0.55 : 0 });
  else drawModules(layer, symbol, { x: field.x + (field.width - symbol.pixx * module) / 2, y: field.y + module, module });
  if (!field.bare) drawClear(layer, faces, { field, code, y: field.y + height + CLEAR.baseline, module });
}

type Encoded = { readonly sbs: readonly number[] } | { readonly pixs: readonly number[]; readonly pixx: number; readonly pixy: number };

function encoded(bcid: string, text: string, name: string): Encoded {
  try {
    const [symbol] = bwip.raw({ bcid, text });
    if (symbol) return symbol;
  } catch {
    // What bwip-js says quotes the code, which is worth money.
  }
  throw new UnprintableError('BadVoucher', name, `Expected ${name} to be a code that a barcode of the kind ${bcid} can hold, got another. Choose another barcode.`);
}

function drawBars(layer: Layer, widths: readonly number[], { x, y, height, module, guard }: { x: number; y: number; height: number; module: number; guard: number }): void {
  const bars: Box[] = [];
  let at = x;
  widths.forEach((width, index) => {
    if (index % 2 === 0) bars.push({ x: at, y, width: width * module, height: height + (GUARDS.has(index / 2) ? guard : 0) });
    at += width * module;
  });
  layer.rectangles(bars, BLACK);
}

function drawModules(layer: Layer, { pixs, pixx }: { pixs: readonly number[]; pixx: number }, { x, y, module }: { x: number; y: number; module: number }): void {
  const boxes = pixs.flatMap((isDark, index) => (isDark ? [{ x: x + (index % pixx) * module, y: y + Math.floor(index / pixx) * module, width: module, height: module }] : []));
  layer.rectangles(boxes, BLACK);
}

function drawClear(layer: Layer, faces: Typefaces, { field, code, y, module }: { field: VoucherField; code: string; y: number; module: number }): void {
  const { size } = CLEAR;
  const write = (text: string, x: number): unknown => layer.text({ x, y, text, face: faces.regular, size, align: 'middle' });
  if (field.barcode !== 'ean-13') {
    write(field.check === 'mod-31' ? (code.match(/.{1,5}/g) ?? []).join('-') : code, field.x + field.width / 2);
    return;
  }
  // The first digit stands before the bars, six under each half.
  const bars = field.x + KINDS['ean-13'].quiet[0] * module;
  write(code.slice(0, 1), bars - 5 * module);
  [...code.slice(1, 7)].forEach((digit, index) => write(digit, bars + (3 + 7 * (index + 0.5)) * module));
  [...code.slice(7)].forEach((digit, index) => write(digit, bars + (50 + 7 * (index + 0.5)) * module));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
