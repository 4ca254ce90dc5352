import { stringify } from 'csv-stringify/sync';
import { ADDRESS_LINES } from './address/index.ts';
import { formatOf, type PrintedPiece } from './piece.ts';

/** The columns of a manifest, one row a piece: what the printer and the mail house need to know, and what proves what was printed. */
export const MANIFEST_COLUMNS = [
  ...(['piece_id', 'file', 'first_page', 'last_page', 'fronts_file', 'front_page'] as const),
  ...(['qr_token', 'purl_token', 'purl', 'sha256'] as const),
  ...Array.from({ length: ADDRESS_LINES }, (_, index) => `address_${index + 1}`),
  ...(['format', 'paper', 'postage_class', 'variant'] as const),
];

/** The files that the rows point into, by name: they lie beside the manifest. */
export interface ManifestFiles {
  readonly file: string;
  readonly frontsFile: string;
}

/**
 * The manifest of a print run as CSV (RFC 4180, UTF-8, with a header row), in the order of the pages.
 *
 * @example manifestOf(printed, { file: '2027-03-01.pdf', frontsFile: '2027-03-01-fronts.pdf' })
 */
export function manifestOf(printed: readonly PrintedPiece[], { file, frontsFile }: ManifestFiles): string {
  const rows = printed.map(({ piece, firstPage, lastPage, frontPage, sha256, addressLines }) => [
    ...[piece.touchId, file, firstPage, lastPage, frontPage === null ? '' : frontsFile, frontPage ?? ''],
    ...[piece.qrToken, piece.purlToken, piece.purlUrl, sha256],
    ...Array.from({ length: ADDRESS_LINES }, (_, index) => addressLines[index] ?? ''),
    ...[formatOf(piece.content), piece.paper, piece.postageClass, piece.variant ?? ''],
  ]);
  return stringify([MANIFEST_COLUMNS, ...rows], { record_delimiter: 'windows' });
}
