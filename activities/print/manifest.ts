import { stringify } from 'csv-stringify/sync';
import { ADDRESS_LINES } from './address/index.ts';

/** What the printer and the mail house need to know of a piece, and what proves what was printed. */
export interface ManifestRow {
  readonly pieceId: string;
  readonly file: string;
  /** Pages of `file`, from 1. */
  readonly firstPage: number;
  readonly lastPage: number;
  /** Where its picture side is, when that is not among its own pages. */
  readonly frontsFile: string | null;
  readonly frontPage: number | null;
  readonly qrToken: string;
  readonly purlToken: string;
  readonly purl: string;
  readonly sha256: string;
  readonly addressLines: readonly string[];
  readonly format: string;
  readonly paper: string;
  readonly postageClass: string;
  readonly variant: string | null;
  readonly printer: string;
  /** A copy to an address of the sender's own. */
  readonly seed: boolean;
}

/** The columns of a manifest, one row a piece. */
export const MANIFEST_COLUMNS = [
  ...(['piece_id', 'file', 'first_page', 'last_page', 'fronts_file', 'front_page'] as const),
  ...(['qr_token', 'purl_token', 'purl', 'sha256'] as const),
  ...Array.from({ length: ADDRESS_LINES }, (_, index) => `address_${index + 1}`),
  ...(['format', 'paper', 'postage_class', 'variant', 'printer', 'seed'] as const),
];

type Parts = AsyncIterable<readonly ManifestRow[]> | Iterable<readonly ManifestRow[]>;

/**
 * A manifest as CSV (RFC 4180, UTF-8, with a header row), in the order of the pages, a part at a time.
 *
 * @example await writeFile('manifest.csv', manifestCsv(parts))
 */
export async function* manifestCsv(parts: Parts): AsyncIterable<string> {
  yield csv([MANIFEST_COLUMNS]);
  for await (const rows of parts) yield csv(rows.map(cellsOf));
}

/** The same as JSON: an array of rows. */
export async function* manifestJson(parts: Parts): AsyncIterable<string> {
  let before = '[\n';
  for await (const rows of parts) {
    for (const row of rows) {
      yield `${before}${JSON.stringify(row)}`;
      before = ',\n';
    }
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

function cellsOf(row: ManifestRow): (string | number | null)[] {
  return [
    ...[row.pieceId, row.file, row.firstPage, row.lastPage, row.frontsFile, row.frontPage],
    ...[row.qrToken, row.purlToken, row.purl, row.sha256],
    ...Array.from({ length: ADDRESS_LINES }, (_, index) => row.addressLines[index] ?? ''),
    ...[row.format, row.paper, row.postageClass, row.variant, row.printer, String(row.seed)],
  ];
}

function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  return stringify([...rows], { record_delimiter: 'windows' });
}
