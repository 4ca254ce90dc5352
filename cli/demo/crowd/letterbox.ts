import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { campaignTime, type Clock } from '../../../engine/clock.ts';
import { inHomeEstimate } from '../../../engine/in-home.ts';
import type { Piece } from './person.ts';
import { touchNameOf } from './touch-name.ts';

/** Reads the QR codes of rendered pages, in the order asked; undefined where none is found. */
export type ReadQrCodes = (pages: { readonly pdf: Uint8Array; readonly pages: readonly number[] }) => Promise<(string | undefined)[]>;

/** The mailpieces of a print run, on their way to letter boxes. */
export interface Delivery {
  readonly pieces: readonly Piece[];
  /** How many of their QR codes were read off the rendered page; the others are taken from the manifest. */
  readonly readFromPixels: number;
  /** Pages on which no QR code was found. */
  readonly unreadable: number;
}

export interface Letterbox {
  /** The print runs that were finished since the last call. */
  fetch(): Promise<Delivery[]>;
}

/** The columns that the crowd reads of a manifest. */
const manifest = z.array(z.object({ piece_id: z.string(), file: z.string(), first_page: z.coerce.number().int(), qr_token: z.string(), purl: z.url() }));

/** Of these cards: the carrier keeps its promise. */
const POSTAGE = { postageClass: 'publicitaire J+3', deliveryDays: 3 };
/** So many pieces are read with a camera, as it were; the others would be read alike, and slowly. */
const FROM_PIXELS = 24;

/**
 * Everybody's letter box: the folder into which the campaign prints. A run is complete when its ticket is there.
 *
 * @example
 * const letterbox = openLetterbox({ folder: 'out/demo', clock, readQrCodes });
 * for (const { pieces } of await letterbox.fetch()) deliver(pieces);
 */
export function openLetterbox({ folder, clock, readQrCodes }: { folder: string; clock: Clock; readQrCodes: ReadQrCodes }): Letterbox {
  const known = new Set<string>();
  let toRead = FROM_PIXELS;

  async function deliver(run: string): Promise<Delivery> {
    const rows = manifest.parse(parse(await readFile(join(folder, run, 'manifest.csv')), { columns: true, bom: true }));
    const read = await readSome(run, rows.slice(0, toRead));
    toRead -= read.length;
    const inHome = Math.max(inHomeEstimate({ ...POSTAGE, handedOver: cutOffOf(run) }), campaignTime(clock, Date.now()));
    const pieces = rows.flatMap(({ piece_id, qr_token, purl }, index): Piece[] => {
      const touch = touchNameOf(piece_id);
      return touch ? [{ touch, qr: read[index] ?? new URL(`/q/${qr_token}`, purl).href, purl, inHome }] : [];
    });
    const found = read.filter((text) => text !== undefined).length;
    return { pieces, readFromPixels: found, unreadable: read.length - found };
  }

  /** Of the first file, which is enough of them. */
  async function readSome(run: string, rows: z.infer<typeof manifest>): Promise<(string | undefined)[]> {
    const first = rows[0];
    if (!first) return [];
    const pages = rows.filter(({ file }) => file === first.file).map(({ first_page }) => first_page);
    return readQrCodes({ pdf: await readFile(join(folder, run, first.file)), pages });
  }

  return {
    async fetch() {
      const deliveries: Delivery[] = [];
      for (const run of (await runsIn(folder)).filter((name) => !known.has(name)).sort()) {
        const isWhole = await access(join(folder, run, 'ticket.json')).then(() => true, () => false);
        if (!isWhole) continue;
        known.add(run);
        deliveries.push(await deliver(run));
      }
      return deliveries;
    },
  };
}

/** `<format>/<cut-off>`, for each run that has begun; the folder is made with the first. */
async function runsIn(folder: string): Promise<string[]> {
  const within = async (path: string): Promise<string[]> =>
    readdir(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
  const formats = await within(folder);
  return (await Promise.all(formats.map(async (format) => (await within(join(folder, format))).map((run) => join(format, run))))).flat();
}

/** A run's folder is named by its cut-off in campaign time, with dashes for colons: `2027-03-01T17-00-00Z`. */
function cutOffOf(run: string): number {
  const [, day, hour, minute, second] = /(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z/.exec(run) ?? [];
  if (day === undefined) throw new Error(`Expected a print run's folder named by its cut-off, got '${run}'.`);
  return Date.parse(`${day}T${hour}:${minute}:${second}Z`);
}
