import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { renderToStaticMarkup } from 'react-dom/server';
import { renderEmail } from '../activities/email/render-email.ts';
import { renderPrintRun } from '../activities/print/render-print-run.ts';
import { contentOf, samplePage, type AnyPrintMessage, type EmailMessage } from '../scenarios/content/index.ts';
import { shoot } from './shoot.ts';

/**
 * `npm run pictures:scenarios`: for each scenario of the library, a picture for its page in docs: its mailpiece, a mail and its personal page, as Élodie gets them. Needs Chromium (`apt-get install chromium`).
 */
interface Shown {
  readonly card: string;
  readonly mail: string;
  readonly page: string;
  readonly facts: object;
  /** Behind all three, `#rrggbb`. */
  readonly ground: string;
}

const SCENARIOS: Readonly<Record<string, Shown>> = {
  'abandoned-cart': { card: 'voucher-card', mail: 'cart-kept', page: 'your-cart', facts: { cartValue: 1_249, category: 'town', product: 'Flâneuse 7', items: 3, store: 'Lormoisy' }, ground: '#c9d2ee' },
  'area-drop': { card: 'taste-card', mail: 'welcome', page: 'first-basket', facts: { areaCode: 'K7QX2', areaName: 'Les Tilleuls', interest: 'fortnightly' }, ground: '#b9d0b4' },
  'equipment-renewal': { card: 'replacement-letter', mail: 'service-email', page: 'service-visit', facts: { equipment: 'heat-pump', installedYear: 2014, serviceMonth: 3, agency: 'Aiguevance' }, ground: '#b9c9d8' },
  'store-opening': { card: 'invitation-card', mail: 'doors-open-soon', page: 'invitation', facts: { opening: '2027-03-12', store: 'lormoisy', storeDistance: 3.4, customer: 'no' }, ground: '#d9b5aa' },
  'win-back': { card: 'come-back-card', mail: 'come-back-mail', page: 'your-counter', facts: { monthsAway: 14, orders: 9, favourite: 'espresso' }, ground: '#9fc9b5' },
};

const person = { title: 'Mme', firstName: 'Élodie', lastName: 'Martin-Roux' };
const unsubscribe = 'https://parcours.example/u/UNSUBSCR23';

/** A page of a mailpiece and its size with bleed, millimetres. */
interface Side {
  readonly source: string;
  readonly width: number;
  readonly height: number;
}

async function sidesOf({ card, scenario }: { card: string; scenario: string }): Promise<Side[]> {
  const message = contentOf(`${scenario}.v1`).messages[card] as AnyPrintMessage;
  const links = { qrUrl: 'HTTPS://PARCOURS.EXAMPLE/Q/7KQ9XM2PAB', qrToken: '7KQ9XM2PAB', purlUrl: 'https://parcours.example/p/elodie-martin-roux-3RTW8HNKVC', purlToken: '3RTW8HNKVC' };
  const content = message.content({ props: message.sample, person, locale: 'fr-FR', links: { purl: links.purlUrl }, unsubscribe });
  const address = { ...person, addressLine: '4 rue des Trois Alouettes', addressComplement: null, postcode: '00520', city: 'Champorain', country: 'FR', email: null };
  const piece = { touchId: `${card}/1`, content, variant: null, ...links, address, paper: message.paper, postageClass: message.postageClass };
  const { fronts, pdf, unprintable } = await renderPrintRun({ title: scenario, pieces: [piece], at: new Date(0) });
  if (unprintable.length > 0) throw unprintable[0]!.error;
  const sides = [];
  for (const file of [fronts, pdf]) if (file) sides.push(...(await pagesOf(file)));
  return sides;
}

/** The pages of a PDF as bitmaps (BMP) in data URLs. */
async function pagesOf(pdf: Uint8Array): Promise<Side[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const sides: Side[] = [];
  for (let index = 0; index < document.getPageCount(); index++) {
    const { data, width, height } = await document.getPage(index).render({ scale: 2.5, render: 'bitmap' });
    sides.push({ source: bitmap({ data, width, height }), width: (width / 2.5) * (25.4 / 72), height: (height / 2.5) * (25.4 / 72) });
  }
  document.destroy();
  library.destroy();
  return sides;
}

function bitmap({ data, width, height }: { data: Uint8Array; width: number; height: number }): string {
  const header = Buffer.alloc(54);
  header.write('BM');
  header.writeUInt32LE(54 + data.length, 2);
  header.writeUInt32LE(54, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(width, 18);
  // From the top down.
  header.writeInt32LE(-height, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(32, 28);
  // BMP has blue first.
  const pixels = Buffer.from(data);
  for (let at = 0; at < pixels.length; at += 4) [pixels[at], pixels[at + 2]] = [pixels[at + 2]!, pixels[at]!];
  return `data:image/bmp;base64,${Buffer.concat([header, pixels]).toString('base64')}`;
}

function mailOf({ mail, scenario }: { mail: string; scenario: string }): string {
  const message = contentOf(`${scenario}.v1`).messages[mail] as EmailMessage<'email', object>;
  const links = Object.fromEntries(Object.keys(message.links).map((name) => [name, '#']));
  return renderEmail({ name: mail, message, context: { props: message.sample, person, locale: 'fr-FR', links, unsubscribe } }).html;
}

function pageOf({ page, facts, scenario }: { page: string; facts: object; scenario: string }): string {
  const content = contentOf(`${scenario}.v1`);
  const { body, styles } = content.pages[page]!;
  const context = samplePage(content, page, { person, facts: facts as Record<string, unknown>, unsubscribe });
  return `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><style>${styles}</style></head><body>${renderToStaticMarkup(body(context))}</body></html>`;
}

const quoted = (html: string): string => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

function sheet({ ground, sides, mail, page }: { ground: string; sides: readonly Side[]; mail: string; page: string }): string {
  // 444 pixels wide, and no higher than there is room for all of them; the 3 mm of bleed are cut off, as in print.
  const room = (740 - 26 * (sides.length - 1)) / sides.length;
  const card = ({ source, width, height }: Side) => {
    const scale = Math.min(444 / (width - 6), room / (height - 6));
    return `<div class="card" style="width:${(width - 6) * scale}px;height:${(height - 6) * scale}px"><img src="${source}" alt="" style="width:${width * scale}px;margin:${-3 * scale}px"></div>`;
  };
  return `<!DOCTYPE html><meta charset="utf-8"><style>
    body{margin:0;background:${ground};display:flex;gap:36px;padding:40px;height:820px;box-sizing:border-box}
    .cards{display:grid;gap:26px;align-content:center;justify-items:center;width:444px}
    .card{overflow:hidden;box-shadow:0 14px 34px rgba(0,0,0,.22);border-radius:2px}
    .card img{display:block}
    .mail,.page{overflow:hidden;box-shadow:0 14px 34px rgba(0,0,0,.22);background:#fff}
    .mail{width:448px;border-radius:6px}.page{width:330px;border-radius:26px;border:8px solid #1b1b1f;box-sizing:content-box}
    iframe{border:0;transform-origin:0 0}
    .mail iframe{width:660px;height:1091px;transform:scale(.679)}.page iframe{width:400px;height:879px;transform:scale(.825)}
  </style><div class="cards">${sides.map(card).join('')}</div><div class="mail"><iframe srcdoc="${quoted(mail)}"></iframe></div><div class="page"><iframe srcdoc="${quoted(page)}"></iframe></div>`;
}

const folder = await mkdtemp(join(tmpdir(), 'parcours-pictures-'));
for (const [scenario, shown] of Object.entries(SCENARIOS)) {
  const html = sheet({ ground: shown.ground, sides: await sidesOf({ card: shown.card, scenario }), mail: mailOf({ mail: shown.mail, scenario }), page: pageOf({ page: shown.page, facts: shown.facts, scenario }) });
  const file = join(folder, `${scenario}.html`);
  await writeFile(file, html);
  await shoot(fileURLToPath(new URL(`../docs/scenarios/${scenario}.png`, import.meta.url)), { url: pathToFileURL(file).href, width: 1400, height: 820 });
  console.log(`docs/scenarios/${scenario}.png`);
}
await rm(folder, { recursive: true });
