import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { cmyk, degrees, PDFDocument, PDFName, rgb, StandardFonts } from '@cantoo/pdf-lib';

/** A photograph in red, 24 × 16 pixels, as RGB and as CMYK: written by poppler. */
export const JPEG = Buffer.from('/9j/4AAQSkZJRgABAQEAZABkAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABgDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDKoooryT60KKKKAP/Z', 'base64');
export const CMYK_JPEG = Buffer.from('/9j/4AAQSkZJRgABAQEAZABkAAD/7gAOQWRvYmUAZAAAAAAC/9sAQwAIBgYHBgUIBwcHCQkICgwUDQwLCwwZEhMPFB0aHx4dGhwcICQuJyAiLCMcHCg3KSwwMTQ0NB8nOT04MjwuMzQy/9sAQwEJCQkMCwwYDQ0YMiEcITIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIy/8AAFAgAEAAYBAEiAAIRAQMRAQQiAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/EAB8BAAMBAQEBAQEBAQEAAAAAAAABAgMEBQYHCAkKC//EALURAAIBAgQEAwQHBQQEAAECdwABAgMRBAUhMQYSQVEHYXETIjKBCBRCkaGxwQkjM1LwFWJy0QoWJDThJfEXGBkaJicoKSo1Njc4OTpDREVGR0hJSlNUVVZXWFlaY2RlZmdoaWpzdHV2d3h5eoKDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uLj5OXm5+jp6vLz9PX29/j5+v/aAA4EAQACEQMRBAAAPwDNooor6I/OT0yiiiiiiigAooor/9k=', 'base64');

/** A folder of a test's own, gone after it. */
export async function openFolder() {
  const path = await mkdtemp(join(tmpdir(), 'parcours-artwork-'));
  return {
    async write(name: string, content: Uint8Array | string): Promise<URL> {
      await writeFile(join(path, name), content);
      return pathToFileURL(join(path, name));
    },
    at: (name: string): URL => pathToFileURL(join(path, name)),
    close: () => rm(path, { recursive: true, force: true }),
  };
}

export interface Artwork {
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  readonly bleed?: number;
  /** Around the bleed, for crop marks. */
  readonly slug?: number;
  readonly trimBox?: boolean;
  readonly bleedBox?: boolean;
  readonly turned?: number;
  readonly ink?: 'cmyk' | 'rgb' | 'helvetica';
  readonly pages?: number;
}

const MM = 72 / 25.4;

/** What a designer's program exports: pages filled to the edge. */
export async function artwork({ width, height, bleed = 3, slug = 0, trimBox = true, bleedBox = true, turned = 0, ink = 'cmyk', pages = 1 }: Artwork): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const around = bleed + slug;
  for (let number = 0; number < pages; number++) {
    const page = document.addPage([(width + 2 * around) * MM, (height + 2 * around) * MM]);
    if (trimBox) page.setTrimBox(around * MM, around * MM, width * MM, height * MM);
    if (bleedBox) page.setBleedBox(slug * MM, slug * MM, (width + 2 * bleed) * MM, (height + 2 * bleed) * MM);
    if (turned) page.setRotation(degrees(turned));
    page.drawRectangle({ x: slug * MM, y: slug * MM, width: (width + 2 * bleed) * MM, height: (height + 2 * bleed) * MM, color: ink === 'rgb' ? rgb(0.1, 0.5, 0.4) : cmyk(0.8, 0, 0.4, 0) });
    if (ink === 'helvetica') page.drawText('Summer', { font: await document.embedFont(StandardFonts.Helvetica), color: cmyk(0, 0, 0, 1) });
  }
  return document.save();
}

/** A PDF that says that it is encrypted. */
export async function encrypted(): Promise<Uint8Array> {
  const document = await PDFDocument.load(await artwork({ width: 148, height: 105 }));
  document.context.trailerInfo.Encrypt = document.context.obj({ Filter: PDFName.of('Standard'), V: 1, R: 2 });
  return document.save({ useObjectStreams: false });
}

interface PngSource {
  readonly width: number;
  readonly height: number;
  readonly colour?: readonly [number, number, number];
  /** The left half is clear. */
  readonly clear?: boolean;
  readonly grey?: boolean;
}

/** A PNG of one colour. */
export function png({ width, height, colour = [200, 60, 30], clear = false, grey = false }: PngSource): Buffer {
  const pixel = Buffer.from(grey ? colour.slice(0, 1) : colour);
  const row = Buffer.concat(Array.from({ length: width }, (_, x) => (clear ? Buffer.from([...colour, x < width / 2 ? 0 : 255]) : pixel)));
  return pngOf({ width, height, type: grey ? 0 : clear ? 6 : 2, rows: Buffer.concat(Array.from({ length: height }, () => Buffer.concat([Buffer.of(0), row]))) });
}

/** A PNG of these rows, each with its filter before it. */
export function pngOf({ width, height, type, rows, depth = 8, chunks = [] }: { width: number; height: number; type: number; rows: Buffer; depth?: number; chunks?: readonly Buffer[] }): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = depth;
  header[9] = type;
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), ...chunks, chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

export function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
