import { createHash } from 'node:crypto';
import { isAbroad } from './address-check.ts';
import type { Address, KeptPiece, PieceEvent, State } from './mailpiece.ts';

/** A piece as Lob's API and its events show it. Test keys get no tracking events there either. */
export function pieceBody(piece: KeptPiece, { events, base }: { events: readonly PieceEvent[]; base: string }) {
  const happened = (state: State): boolean => events.some((event) => event.state === state);
  const failed = happened('failed') || happened('rejected');
  const common = {
    id: piece.id,
    description: piece.description,
    metadata: piece.metadata,
    to: addressBody(piece.to, piece.at),
    from: piece.from === null ? null : addressBody(piece.from, piece.at),
    url: `${base}/lob/${piece.id}.pdf`,
    carrier: 'USPS',
    tracking_events: [],
    thumbnails: [],
    merge_variables: piece.mergeVariables,
    mail_type: piece.mailType,
    use_type: piece.useType,
    expected_delivery_date: expectedDelivery(piece),
    status: failed ? 'failed' : happened('rendered_pdf') ? 'rendered' : 'processed',
    ...(failed ? { failure_reason: { failure_reason: 'The artwork could not be rendered', remediation: 'Send another file', errors: [{ error_type: 'render_error' }] } } : {}),
    date_created: piece.at,
    date_modified: events.at(-1)?.at ?? piece.at,
    send_date: piece.sendDate,
    ...(happened('deleted') ? { deleted: true } : {}),
  };
  return piece.resource === 'postcards'
    ? { ...common, size: piece.size, front_template_id: null, back_template_id: null, object: 'postcard' }
    : { ...common, color: true, double_sided: true, address_placement: 'top_first_page', extra_service: null, template_id: null, object: 'letter' };
}

/** In capitals, as Lob stores them, the country by its name. */
function addressBody(address: Address, at: string) {
  if (typeof address === 'string') return { id: address, object: 'address' };
  const value = (name: string): string | null => address[name]?.toUpperCase() ?? null;
  const id = `adr_${createHash('sha256').update(JSON.stringify(address)).digest('hex').slice(0, 16)}`;
  return {
    ...{ id, description: null, name: value('name'), company: value('company'), phone: null, email: null },
    ...{ address_line1: value('address_line1'), address_line2: value('address_line2'), address_city: value('address_city'), address_state: value('address_state'), address_zip: value('address_zip') },
    ...{ address_country: countryName(address['address_country'] ?? 'US'), metadata: {}, date_created: at, date_modified: at, object: 'address' },
  };
}

function countryName(code: string): string {
  return (new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code).toUpperCase();
}

/** Working days from the press to the letterbox: a fair guess, as Lob's is. */
const WORKING_DAYS = { usps_first_class: 5, usps_standard: 10, abroad: 15 } as const;

function expectedDelivery({ sendDate, mailType, to }: KeptPiece): string {
  const date = new Date(sendDate);
  for (let left: number = isAbroad(to) ? WORKING_DAYS.abroad : WORKING_DAYS[mailType as keyof typeof WORKING_DAYS]; left > 0; ) {
    date.setUTCDate(date.getUTCDate() + 1);
    if (date.getUTCDay() % 6 !== 0) left -= 1;
  }
  return date.toISOString().slice(0, 10);
}
