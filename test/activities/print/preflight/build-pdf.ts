import { deflateSync } from 'node:zlib';

/** A page of a PDF that is built by hand, so that it can be wrong in one way at a time. */
export interface BuiltPage {
  readonly content?: string;
  /** Entries of its resources, as they stand in a PDF. */
  readonly resources?: string;
  /** Millimetres: what is cut, what is around it. */
  readonly trim?: readonly [number, number];
  readonly bleed?: number;
  /** More entries of its dictionary; one that is there already is replaced. */
  readonly entries?: Readonly<Record<string, string>>;
}

export interface BuiltPdf {
  readonly pages?: readonly BuiltPage[];
  /** Objects from number 100 on: a dictionary or other value, or a stream's dictionary and bytes. */
  readonly objects?: readonly (string | { readonly dict: string; readonly bytes: Buffer | string })[];
  /** More entries of the catalogue, of the tree of pages, of the trailer. */
  readonly catalog?: string;
  readonly tree?: string;
  readonly trailer?: string;
  readonly version?: string;
}

const POINTS = 72 / 25.4;

/** Writes a PDF with a cross-reference table. Without pages it has one empty A6 page that is as it should be. */
export function buildPdf({ pages = [{}], objects = [], catalog = '', tree = '', trailer = '', version = '1.6' }: BuiltPdf = {}): Buffer {
  const bodies = new Map<number, Buffer>();
  bodies.set(1, Buffer.from(`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`));
  bodies.set(2, Buffer.from(`<< /Type /Pages ${tree} /Count ${pages.length} /Kids [${pages.map((_, index) => `${1000 + 2 * index} 0 R`).join(' ')}] >>`));
  pages.forEach(({ content = '', resources = '', trim: [width, height] = [148, 105], bleed = 3, entries = {} }, index) => {
    const number = 1000 + 2 * index;
    const [edge, right, top] = [bleed, width + bleed, height + bleed].map((each) => each * POINTS);
    const all = {
      Type: '/Page',
      Parent: '2 0 R',
      MediaBox: `[0 0 ${right! + edge!} ${top! + edge!}]`,
      BleedBox: `[0 0 ${right! + edge!} ${top! + edge!}]`,
      TrimBox: `[${edge} ${edge} ${right} ${top}]`,
      Resources: `<< ${resources} >>`,
      Contents: `${number + 1} 0 R`,
      ...entries,
    };
    bodies.set(number, Buffer.from(`<< ${Object.entries(all).filter(([, value]) => value !== '').map(([key, value]) => `/${key} ${value}`).join(' ')} >>`));
    bodies.set(number + 1, stream('', Buffer.from(content, 'latin1')));
  });
  objects.forEach((object, index) => bodies.set(100 + index, typeof object === 'string' ? Buffer.from(object, 'latin1') : stream(object.dict, Buffer.from(object.bytes as string, 'latin1'))));
  return assemble(bodies, { trailer, version });
}

/** A stream whose bytes are packed by Flate. */
export function packed(bytes: Buffer | string, dict = ''): { dict: string; bytes: Buffer } {
  return { dict: `/Filter /FlateDecode ${dict}`, bytes: deflateSync(bytes) };
}

function stream(dict: string, bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`<< ${dict} /Length ${bytes.length} >>\nstream\n`, 'latin1'), bytes, Buffer.from('\nendstream')]);
}

function assemble(bodies: ReadonlyMap<number, Buffer>, { trailer, version }: { trailer: string; version: string }): Buffer {
  const parts = [Buffer.from(`%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`, 'latin1')];
  let length = parts[0]!.length;
  const rows: string[] = [];
  for (const [number, body] of [...bodies].sort(([one], [other]) => one - other)) {
    rows.push(`${number} 1\n${String(length).padStart(10, '0')} 00000 n \n`);
    const part = Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    parts.push(part);
    length += part.length;
  }
  parts.push(Buffer.from(`xref\n0 1\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size 100000 /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(parts);
}
