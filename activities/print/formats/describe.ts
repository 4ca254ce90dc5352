import { FORMATS } from './index.ts';
import type { Figures, MailpieceFormat } from './format.ts';

/** The table of formats as the page docs/formats.md: what each kind of mailpiece measures, and where each figure is from. */
export function formatsPage(): string {
  const formats = Object.values(FORMATS);
  return `# Formats of mailpieces

Made by \`npm run make:formats\` from the one table in \`activities/print/formats/\`; a test compares them. Lengths are millimetres; places are counted from the upper left
corner of the trim. \`assumed\` says that nobody has confirmed a figure: ask your printer before a run.

${table(['format', 'what it is', 'trim', 'bleed', 'safe', 'pages', 'folds', 'QR module'], formats.map(overview))}

- **Trim** is what the piece is cut to, **bleed** how far ink goes beyond it, **safe** how far text and codes stay inside. Fields outside it, in a kept zone or on a fold are errors.
- A postcard's page 1 is its picture side, page 2 its address side; a letter's address is on page 1; a self-mailer's page 1 is its outside, whose upper half is the address side.
- A QR code's module is never smaller than said; the quiet zone of 4 modules is part of a code's size.

## Address and zones

${table(['format', 'address (x, y, width × height)', 'size', 'kept free'], formats.map(zones))}

Window letters: a sheet slides in its envelope. The address stands where the window shows it wherever the sheet lies; everything that the window may ever show is kept free of other text.

## Window envelopes

${table(
    ['format', 'envelope', 'window (x, y, width × height)', 'folded sheet'],
    formats.flatMap((format) => (format.envelope ? [[code(format), `${mm(format.envelope.width)} × ${mm(format.envelope.height)}`, box(format.envelope.window), `${mm(format.sheet.width)} × ${mm(format.envelope.packet.height)}`]] : [])),
  )}

## Weight

${table(['format', 'class of weight'], formats.map((format) => [code(format), format.weight]))}

## Sources

${formats.map(sources).join('\n\n')}
`;
}

function overview(format: MailpieceFormat): string[] {
  const { title, sheet, safe, pages, folds, qrModule, qrSize } = format;
  return [code(format), title, `${mm(sheet.width)} × ${mm(sheet.height)}`, mm(sheet.bleed), mm(safe), pages.least === pages.most ? `${pages.least}` : `${pages.least}–${pages.most}`, folds.length > 0 ? folds.map(mm).join(', ') : 'none', qrSize ? `${mm(qrModule)}; ${mm(qrSize)} in all` : mm(qrModule)];
}

function zones(format: MailpieceFormat): string[] {
  const { address, kept } = format;
  const by = address.by === 'us' ? `${address.size} pt, ${address.least} at least; ${mm(address.leading)} apart` : 'set by the provider';
  return [code(format), box(address.box), by, kept.map(({ name, page, box: zone }) => `${name}, page ${page}: ${box(zone)}`).join('; ')];
}

const FIGURES: Readonly<Record<Figures, string>> = { trim: 'trim', bleed: 'bleed', safe: 'safe area', address: 'address', kept: 'kept zones', folds: 'folds', qr: 'QR module', weight: 'weight' };

function sources(format: MailpieceFormat): string {
  return [`**${format.title}** (${code(format)})`, '', ...Object.entries(FIGURES).map(([figure, name]) => `- ${name}: ${format.sources[figure as Figures]}`)].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const code = ({ name }: MailpieceFormat): string => `\`${name}\``;
const mm = (value: number): string => String(Number(value.toFixed(2)));
const box = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): string => `${mm(x)}, ${mm(y)}, ${mm(width)} × ${mm(height)}`;
