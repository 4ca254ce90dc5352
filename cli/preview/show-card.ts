import { renderLeaflet } from '../../activities/print/drop/render-leaflet.ts';
import { FORMATS, type MailpieceFormat } from '../../activities/print/formats/index.ts';
import { purlPath } from '../../activities/print/purl.ts';
import { renderPrintRun } from '../../activities/print/render-print-run.ts';
import { contentOf } from '../../scenarios/content/index.ts';
import { picturesOf } from '../../activities/print/page-pictures.ts';
import type { Card, Check, Shown } from './question.ts';
import { addressee, AREA, contextOf, tokenFor } from './sample.ts';

const LABELS = ['Picture side', 'Address side'] as const;

const labelOf = (format: MailpieceFormat, index: number): string => (format.kind === 'postcard' ? LABELS[index]! : `Page ${index + 1}`);

/**
 * Prints a card or a leaflet as a print run does, and takes a picture of both its sides.
 *
 * @throws UnprintableError for what does not fit or can't be printed, or what the message throws.
 */
export async function showCard(shown: Shown): Promise<Card> {
  return shown.kind === 'leaflet' ? showLeaflet(shown) : showPostcard(shown);
}

async function showPostcard(shown: Shown): Promise<Card> {
  const { messages, pages } = contentOf(shown.type);
  const message = messages[shown.name];
  if (message?.medium !== 'print') throw new Error(`Expected a card of ${shown.type}, got '${shown.name}'.`);
  const address = addressee(shown);
  const [qrToken, purlToken] = [tokenFor(shown.type, message.page, 'qr'), tokenFor(shown.type, message.page, 'purl')];
  const qrUrl = `${shown.base}/q/${qrToken}`.toUpperCase();
  const purlUrl = `${shown.base}${purlPath({ ...address, token: purlToken })}`;
  const content = message.content(contextOf(shown, { sample: message.sample, links: { qr: qrUrl, purl: purlUrl } }));
  const { paper, postageClass } = message;
  const piece = { touchId: `preview/${shown.name}/1`, content, variant: shown.variant ?? null, qrUrl, qrToken, purlUrl, purlToken, address, paper, postageClass };
  const { fronts, pdf, printed, unprintable } = await renderPrintRun({ title: shown.name, pieces: [piece], at: new Date(0) });
  if (unprintable[0]) throw unprintable[0].error;
  const format = FORMATS[message.format];
  const { sheet } = format;
  const [front, back] = [fronts ? await picturesOf(fronts, sheet.bleed) : [], await picturesOf(pdf, sheet.bleed)];
  const checks: Check[] = [
    { state: 'good', title: 'Every text fits', detail: 'The long name shows whether it still does at worst.' },
    qrCheck([...back, ...front].map(({ qrCode }) => qrCode).find(Boolean), qrUrl),
    message.page in pages ? { state: 'good', title: `It opens the page ${message.page}` } : { state: 'bad', title: 'It opens no page', detail: `'${message.page}' is not among the scenario’s pages: the code would be in print and lead nowhere.` },
  ];
  const lines = [
    ['Format', `${format.title}, ${sheet.width} × ${sheet.height} mm, ${sheet.bleed} mm bleed`],
    ['Paper', paper],
    ['Postage', postageClass],
    ['In the letter box', `day ${message.deliveryDays} after hand-over`],
    ['Cost', `€${message.cost.toFixed(2)} a piece`],
    ['Address', printed[0]!.addressLines.join('\n')],
  ] as const;
  return { sides: [...front, ...back].map(({ qrCode: _, ...pictures }, index) => ({ label: labelOf(format, index), ...pictures })), pdfs: fronts ? [fronts, pdf] : [pdf], lines, checks };
}

async function showLeaflet(shown: Shown): Promise<Card> {
  const { drop } = contentOf(shown.type);
  if (!drop) throw new Error(`Expected ${shown.type} to have a drop in its content, got none.`);
  const url = `${shown.base}/a/${AREA.code}`;
  const pdf = await renderLeaflet({ title: 'leaflet', content: drop.leaflet(AREA), url, at: new Date(0) });
  const pictures = await picturesOf(pdf, FORMATS['a6-postcard'].sheet.bleed);
  return {
    sides: pictures.map(({ qrCode: _, ...both }, index) => ({ label: index === 0 ? LABELS[0] : 'Text side', ...both })),
    pdfs: [pdf],
    lines: [['Format', 'A6, 148 × 105 mm, 3 mm bleed'], ['Goes to', `every letter box of ${AREA.name}`], ['Area', AREA.code]],
    checks: [{ state: 'good', title: 'Every text fits' }, qrCheck(pictures[1]?.qrCode, url.toUpperCase())],
  };
}

function qrCheck(read: string | undefined, written: string): Check {
  if (read === written) return { state: 'good', title: 'The QR code can be read', detail: read };
  return { state: 'warn', title: 'The QR code was not read', detail: `Read off the picture beside: ${read ?? 'nothing'}. Scan it from the PDF before anything is printed.` };
}
