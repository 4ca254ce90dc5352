import type { PdfFile } from '../file/pdf-file.ts';
import type { Findings } from '../findings.ts';
import { Trouble } from '../limits.ts';

/** XMP packets are a few kilobytes; what is longer is not read to its end. */
const LONGEST_XMP = 1024 ** 2;

const FIELDS = ['GTS_PDFXVersion', 'Trapped', 'CreateDate', 'ModifyDate', 'MetadataDate', 'DocumentID', 'VersionID', 'RenditionClass', 'Producer', 'title'] as const;
type Field = (typeof FIELDS)[number];

/** What a file says about itself. */
export interface SelfDescription {
  /** Such as `PDF/X-4`; none when the file claims nothing. */
  readonly pdfx: string | undefined;
  readonly xmp: Readonly<Partial<Record<Field, string>>>;
}

export function selfDescription(file: PdfFile): SelfDescription {
  const xmp = readXmp(file);
  const info = file.dict(file.trailer.get('Info'));
  const pdfx = xmp.GTS_PDFXVersion ?? file.text(info?.get('GTS_PDFXVersion'));
  return { pdfx: pdfx?.replace(/\p{C}/gu, ' ').slice(0, 40), xmp };
}

/** The keys that PDF/X-4 asks for, where a file says that it is one (ISO 15930-7:2010). */
export function checkPdfxKeys(file: PdfFile, { pdfx, xmp }: SelfDescription, findings: Findings): void {
  const root = file.dict(file.trailer.get('Root'));
  const version = Math.max(Number(file.version), Number(file.name(root?.get('Version')) ?? 0));
  if (version > (pdfx === undefined ? 1.7 : 1.6)) findings.add('pdf-version', `Expected PDF ${pdfx === undefined ? '1.7' : '1.6'} or less, got ${version.toFixed(1)}.`);
  if (pdfx === undefined) return findings.add('pdfx-not-claimed', 'The file does not say that it is PDF/X.');
  if (!/^PDF\/X-4p?$/.test(pdfx)) return findings.add('pdfx-not-claimed', `The file says that it is ${pdfx}; of that only what is listed here was checked.`);

  const info = file.dict(file.trailer.get('Info'));
  const wrong = (expected: string, got: string): void => findings.add('pdfx-key', `Expected ${expected} of ${pdfx}, got ${got}.`);
  if ((file.array(file.trailer.get('ID'))?.length ?? 0) !== 2) wrong('the file ID', 'none');
  for (const field of FIELDS) if (!xmp[field]) wrong(`${field} in the XMP metadata`, 'none');
  const trapped = file.name(info?.get('Trapped'));
  if (trapped !== 'True' && trapped !== 'False') wrong('Trapped as True or False in the document information', trapped ?? 'none');
  const pairs = [
    ['Trapped', trapped, xmp.Trapped],
    ['Title', file.text(info?.get('Title')), xmp.title],
    ['Producer', file.text(info?.get('Producer')), xmp.Producer],
    ['CreationDate', time(file.text(info?.get('CreationDate'))), time(xmp.CreateDate)],
    ['ModDate', time(file.text(info?.get('ModDate'))), time(xmp.ModifyDate)],
  ] as const;
  for (const [key, said, inXmp] of pairs) {
    if (said !== undefined && inXmp !== undefined && said !== inXmp) wrong(`${key} to be the same in the document information and the XMP metadata`, `two that differ`);
  }
}

function readXmp(file: PdfFile): Partial<Record<Field, string>> {
  const stream = file.stream(file.dict(file.trailer.get('Root'))?.get('Metadata'));
  if (!stream) return {};
  let text: string;
  try {
    text = file.unpacked(stream).toString('utf8', 0, LONGEST_XMP);
  } catch (error) {
    if (error instanceof Trouble) return {};
    throw error;
  }
  const found: Partial<Record<Field, string>> = {};
  for (const field of FIELDS) {
    const match = field === 'title' ? /<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]{0,100}>([^<]*)</.exec(text) : (new RegExp(`:${field}>([^<]*)<`).exec(text) ?? new RegExp(`:${field}\\s?=\\s?["']([^"']*)["']`).exec(text));
    const value = match?.[1]?.trim();
    if (value) found[field] = unescaped(value);
  }
  return found;
}

function unescaped(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&');
}

/** A moment, as PDF (`D:20270301170000+01'00'`) or XMP writes it, for comparison. */
function time(text: string | undefined): number | undefined {
  const parts = /^(?:D:)?(\d{4})-?(\d\d)-?(\d\d)T?(\d\d):?(\d\d):?(\d\d)?(?:\.\d+)?(Z|[-+]\d\d)?[':]?(\d\d)?/.exec(text ?? '');
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second = '00', zone = 'Z', zoneMinutes = '00'] = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone === 'Z' ? 'Z' : `${zone}:${zoneMinutes}`}`);
}
