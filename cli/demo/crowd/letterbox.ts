import { readdir, readFile } from 'node:fs/promises';
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
 * Everybody's letter box: the folder into which the campaign prints. A run is complete when its manifest is there.
 *
 * @example
 * const letterbox = openLetterbox({ folder: 'out/demo', clock, readQrCodes });
 * for (const { pieces } of await letterbox.fetch()) deliver(pieces);
 */
export function openLetterbox({ folder, clock, readQrCodes }: { folder: string; clock: Clock; readQrCodes: ReadQrCodes }): Letterbox {
  const known = new Set<string>();
  let toRead = FROM_PIXELS;

  async function deliver(file: string): Promise<Delivery> {
    const rows = manifest.parse(parse(await readFile(join(folder, file)), { columns: true, bom: true }));
    const read = await readSome(rows.slice(0, toRead));
    toRead -= read.length;
    const inHome = Math.max(inHomeEstimate({ ...POSTAGE, handedOver: cutOffOf(file) }), campaignTime(clock, Date.now()));
    const pieces = rows.flatMap(({ piece_id, qr_token, purl }, index): Piece[] => {
      const touch = touchNameOf(piece_id);
      return touch ? [{ touch, qr: read[index] ?? new URL(`/q/${qr_token}`, purl).href, purl, inHome }] : [];
    });
    const found = read.filter((text) => text !== undefined).length;
    return { pieces, readFromPixels: found, unreadable: read.length - found };
  }

  async function readSome(rows: z.infer<typeof manifest>): Promise<(string | undefined)[]> {
    const first = rows[0];
    if (!first) return [];
    return readQrCodes({ pdf: await readFile(join(folder, first.file)), pages: rows.map(({ first_page }) => first_page) });
  }

  return {
    async fetch() {
      const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
        // The folder is made with the first run.
        if (error.code === 'ENOENT') return [];
        throw error;
      });
      const deliveries: Delivery[] = [];
      for (const file of files.filter((name) => name.endsWith('.csv') && !known.has(name)).sort()) {
        known.add(file);
        deliveries.push(await deliver(file));
      }
      return deliveries;
    },
  };
}

/** A manifest is named by its run's cut-off in campaign time, with dashes for colons: `2027-03-01T17-00-00Z.csv`. */
function cutOffOf(file: string): number {
  const [, day, hour, minute, second] = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z/.exec(file) ?? [];
  if (day === undefined) throw new Error(`Expected a manifest named by its cut-off, got '${file}'.`);
  return Date.parse(`${day}T${hour}:${minute}:${second}Z`);
}
