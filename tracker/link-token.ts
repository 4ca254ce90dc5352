import { isChecked } from '../scenarios/content/voucher-code.ts';
import { tokensMeant, type FindLink, type Link, type LinkKind } from '../store/index.ts';

const LENGTH = 10;
/** Looked up in place of what can't be a token, so that both take the same time. */
const DECOY = '2222222222';

/** The token that the end of an address has, in upper case, misread symbols made good; one that nobody was given where it has none. */
export async function exactToken(find: FindLink, slug: string): Promise<string> {
  const typed = typedToken(slug);
  const meant = tokensMeant(typed);
  return (meant.length > 1 ? (await find(typed))?.token : meant[0]) ?? DECOY;
}

/** The last 10 letters and digits of an address: what stands before is decoration, and a full stop or slash behind it comes from a sentence that it was copied from. */
function typedToken(slug: string): string {
  return slug.replace(/[^\p{L}\p{N}]+$/u, '').slice(-LENGTH);
}

/**
 * The link behind the end of an address (`typedToken`), in any letter case. A misread symbol is made good where that is unambiguous (`findLink`).
 *
 * @returns undefined alike for what is no token, what nobody was given, and a token of another kind: guessing teaches nothing.
 * @example await linkOf(find, 'jean-dupont-7kq9xm2pab', ['qr', 'purl'])
 */
export async function linkOf<Found extends Link>(find: (token: string) => Promise<Found | undefined>, slug: string, kinds: readonly LinkKind[]): Promise<Found | undefined> {
  const token = typedToken(slug);
  const wellFormed = tokensMeant(token).length > 0;
  const link = await find(wellFormed ? token : DECOY);
  return wellFormed && link && kinds.includes(link.kind) ? link : undefined;
}

/** The name of the personal page that a link opens; none when it leads outside. */
export function pageOf(link: Link): string | undefined {
  if (link.target.startsWith('page:')) return link.target.slice('page:'.length);
  return link.kind === 'qr' || link.kind === 'purl' ? link.target : undefined;
}

/**
 * A token as a voucher code, in two groups of five; `tokenOfVoucher` reads it back.
 *
 * @example voucherOf('7KQ9XM2PAB') // '7KQ9X-M2PAB'
 */
export function voucherOf(token: string): string {
  return `${token.slice(0, 5)}-${token.slice(5)}`;
}

/**
 * Spaces, dashes and letter case are of no account: vouchers are typed and read aloud. On paper the token has a check symbol behind it.
 *
 * @example tokenOfVoucher('7kq9x-m2pab') // '7KQ9XM2PAB'
 */
export function tokenOfVoucher(voucher: string): string {
  const code = voucher.replace(/[\s-]/g, '').toUpperCase();
  return code.length === 11 && isChecked(code, 'mod-31') ? code.slice(0, -1) : code;
}
