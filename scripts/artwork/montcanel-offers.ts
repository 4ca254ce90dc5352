import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { shoot } from '../shoot.ts';

/** The two offers in pictures, 86.8 × 96 mm at 300 dpi on a clear ground: what stands on the shelf differs from variant to variant. */
const SIZE = { width: 1025, height: 1134 };

const cup = (band: string): string => `
  <g fill="none" stroke="#ffffff" stroke-width="5" stroke-linecap="round" opacity=".85">
    <path d="M34 36c-9-11 9-17 0-30"/><path d="M54 36c-9-11 9-17 0-30"/><path d="M74 36c-9-11 9-17 0-30"/>
  </g>
  <circle cx="108" cy="66" r="15" fill="none" stroke="#fffdf8" stroke-width="8"/>
  <path fill="#fffdf8" d="M4 46h102c0 38-17 62-51 62S4 84 4 46z"/>
  <path fill="${band}" d="M6 66h98c-1 6-2.600 12-5 17H11C8.600 78 7 72 6 66z"/>
  <path fill="#3a231a" opacity=".13" d="M88 46h18c0 38-17 62-51 62 23-4 33-28 33-62z"/>
  <ellipse cx="55" cy="46" rx="51" ry="10.500" fill="#fffdf8"/><ellipse cx="55" cy="47" rx="45" ry="8" fill="#3a231a"/>
  <ellipse cx="52" cy="48.500" rx="29" ry="4.600" fill="#c98a4e"/><ellipse cx="54" cy="49" rx="16" ry="2.400" fill="#e6b98a"/>`;

const bag = `
  <path fill="#c79a63" d="M12 26h92l6 128a8 8 0 0 1-8 8H14a8 8 0 0 1-8-8z"/>
  <path fill="#b48750" d="M86 26h18l6 128a8 8 0 0 1-8 8H88z"/>
  <path fill="#a87a45" d="M12 8h92v20H12z"/><path fill="#946a3a" d="M12 22h92v6H12z"/>
  <rect x="22" y="62" width="70" height="72" rx="5" fill="#fffdf8"/>
  <circle cx="57" cy="84" r="13" fill="#d98a4b"/><circle cx="57" cy="84" r="11.400" fill="#3a231a"/>
  <path fill="#fffdf8" d="M50.500 90V78h3.200l3.300 6.400 3.300-6.400h3.200v12h-2.900v-6.800L57.900 88h-1.800l-2.700-4.800V90z"/>
  <text x="57" y="121" text-anchor="middle" font-family="DejaVu Sans,Verdana,sans-serif" font-weight="700" font-size="17" fill="#2d1d16">250 g</text>
  <path fill="#1f6b52" d="M8.600 42h100l.6 11H8z"/>
  <path fill="#1f6b52" d="M58 47c-8-17-29-21-31-11-2 9 15 12 31 11zM58 47c8-17 29-21 31-11 2 9-15 12-31 11z"/>
  <path fill="#17523f" d="M55 46l-15 24 9-1 4 8 9-29zM61 46l15 24-9-1-4 8-9-29z"/><circle cx="58" cy="47" r="7" fill="#17523f"/>`;

const tag = `
  <path d="M134 121C140 92 164 84 173 103" fill="none" stroke="#3a231a" stroke-width="2"/>
  <g transform="rotate(8 173 100)"><path fill="#f2b36b" d="M173 90l29 15v63a7 7 0 0 1-7 7h-44a7 7 0 0 1-7-7v-63z"/>
  <circle cx="173" cy="105" r="4.500" fill="#3a231a"/>
  <g text-anchor="middle" font-family="DejaVu Sans,Verdana,sans-serif" font-weight="700" fill="#2d1d16"><text x="171" y="141" font-size="21">−20</text><text x="173" y="163" font-size="19">%</text></g></g>`;

const saucer = (x: number): string => `<ellipse cx="${x + 55}" cy="181" rx="70" ry="9" fill="#e9dfd2"/><ellipse cx="${x + 55}" cy="178" rx="70" ry="8.500" fill="#fffdf8"/><ellipse cx="${x + 55}" cy="179" rx="38" ry="4" fill="#e9dfd2"/>`;

const PICTURES: Readonly<Record<string, string>> = {
  gift: `<g transform="translate(88 28)">${bag}</g><g transform="translate(-6 91) scale(.92)">${cup('#1f6b52')}</g>`,
  discount: `${saucer(24)}<g transform="translate(24 69)">${cup('#d98a4b')}</g>${tag}`,
};

/** Draws them by Chromium into a folder, as `offer-<variant>.png`. */
export async function drawOffers(folder: string, scratch: string): Promise<void> {
  for (const [offer, drawing] of Object.entries(PICTURES)) {
    const page = join(scratch, `${offer}.html`);
    await writeFile(page, `<!DOCTYPE html><meta charset="utf-8"><style>body{margin:0}svg{display:block;width:${SIZE.width}px;height:${SIZE.height}px}</style><svg viewBox="-16 -60 226 250" preserveAspectRatio="xMidYMax meet">${drawing}</svg>`);
    await shoot(join(folder, `offer-${offer}.png`), { url: pathToFileURL(page).href, ...SIZE, clear: true });
  }
}
