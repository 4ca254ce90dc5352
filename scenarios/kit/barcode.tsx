import bwip from 'bwip-js/node';
import { language } from './language.ts';

/** Modules of white on either side (ISO/IEC 15417, 4.2: ten at least). */
const QUIET = 10;
/** CSS pixels of the narrowest bar, so that a phone draws whole pixels; 0.3 mm on most. */
const MODULE = 2;
const HEIGHT = 84;
const WORDS = { fr: 'Code-barres du code', en: 'Barcode of the code' } as const;

/**
 * A voucher's code as Code 128, for the scanner of a till: black on white in any look, with its quiet zone, the code itself as its name. The dash, which is there for
 * people, is left out of it.
 *
 * @example <Barcode code="7KQ9X-M2PAB" locale="fr-FR" />
 */
export function Barcode({ code, locale }: { readonly code: string; readonly locale: string }) {
  const { bars, width } = barsOf(code.replaceAll('-', ''));
  return (
    <svg className="barcode" viewBox={`0 0 ${width} ${HEIGHT / MODULE}`} width={width * MODULE} height={HEIGHT} preserveAspectRatio="none" role="img" aria-label={`${WORDS[language(locale)]} ${code}`}>
      <rect width={width} height={HEIGHT / MODULE} fill="#fff" />
      <path d={bars} fill="#000" />
    </svg>
  );
}

/** The bars as one path, in modules. */
function barsOf(text: string): { readonly bars: string; readonly width: number } {
  // By the default export: `raw` among the named ones is an encoder of another symbology.
  const [symbol] = bwip.raw('code128', text);
  if (!symbol || !('sbs' in symbol)) throw new Error(`Expected a code that Code 128 can hold, got one of ${text.length} symbols that it can’t.`);
  let at = QUIET;
  let bars = '';
  for (const [index, modules] of symbol.sbs.entries()) {
    if (index % 2 === 0) bars += `M${at} 0h${modules}v${HEIGHT / MODULE}h-${modules}z`;
    at += modules;
  }
  return { bars, width: at + QUIET };
}
