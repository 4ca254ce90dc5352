import type { Piece } from '../../activities/print/piece.ts';
import { purlPath } from '../../activities/print/purl.ts';
import type { AnyMessage, ScenarioContent } from '../../scenarios/content/index.ts';
import type { Identity } from '../../store/recipient.ts';
import { ALPHABET } from '../../store/tokens.ts';
import type { Reached } from './reached.ts';

/** A piece to be shown, and how it comes to be. */
export interface ProofPiece {
  readonly message: string;
  readonly piece: Piece;
  readonly props: object;
  /** Where a path comes to it; none for a message that no path came to, which is shown with its sample props. */
  readonly reached?: Pick<Reached, 'way' | 'day'>;
  readonly format: string;
}

export interface ProofPiecesOptions {
  readonly messages: ScenarioContent['messages'];
  readonly reached: readonly Reached[];
  /** One message alone. */
  readonly only?: string | undefined;
  readonly address: Identity;
  readonly locale: string;
  /** The tracker's address, as people see it. */
  readonly publicUrl: string;
}

/**
 * The pieces of a proof: those that paths came to, in the order of days, then each other print message with its sample props.
 *
 * @throws Error when there is no such message, or it does not go by post; whatever the message's own code throws.
 */
export function proofPieces({ messages, reached, only, ...options }: ProofPiecesOptions): ProofPiece[] {
  const printed = Object.entries(messages).flatMap(([name, message]) => (message.medium === 'print' ? [[name, message] as const] : []));
  const names = printed.map(([name]) => name);
  if (only !== undefined && !names.includes(only)) {
    const medium = messages[only]?.medium;
    throw new Error(`Expected --message to be one that is printed (${names.join(', ') || 'this scenario has none'}), got '${only}'${medium ? `, which goes by ${medium}` : ''}.`);
  }
  const wanted = new Map(printed.filter(([name]) => only === undefined || name === only));
  const come = reached.flatMap(({ message: name, props, variant, way, day }) => {
    const message = wanted.get(name);
    return message ? [{ name, message, props, variant, reached: { way, day } }] : [];
  });
  const others = [...wanted].filter(([name]) => !come.some((each) => each.name === name)).map(([name, message]) => ({ name, message, props: message.sample, variant: undefined }));
  return [...come, ...others].map(({ name, message, props, variant, ...way }, index) => ({
    message: name,
    format: message.format,
    ...way,
    props,
    piece: pieceOf(message, { ...options, touchId: `proof/${index + 1}/${name}`, props, variant, token: tokenOf(index) }),
  }));
}

/** Tokens that are like real ones, since messages may make voucher codes of them; one in 31^8 real ones begins so. */
function tokenOf(index: number): { qr: string; purl: string } {
  const number = ALPHABET[index % ALPHABET.length]!;
  return { qr: `TESTCARD${number}Q`, purl: `TESTCARD${number}P` };
}

type PrintedMessage = Extract<AnyMessage, { medium: 'print' }>;

interface Written extends Pick<ProofPiecesOptions, 'address' | 'locale' | 'publicUrl'> {
  readonly touchId: string;
  readonly props: object;
  readonly variant: string | undefined;
  readonly token: { readonly qr: string; readonly purl: string };
}

function pieceOf(message: PrintedMessage, { touchId, props, variant, token, address, locale, publicUrl }: Written): Piece {
  const { title, firstName, lastName } = address;
  const person = { title, firstName, lastName };
  const [qr, purl] = [`${publicUrl}/q/${token.qr}`, `${publicUrl}${purlPath({ ...person, token: token.purl })}`];
  return {
    touchId,
    content: message.content({ props, person, locale, ...(variant === undefined ? {} : { variant }), links: { qr, purl }, unsubscribe: purl }),
    variant: variant ?? null,
    ...{ qrUrl: qr.toUpperCase(), qrToken: token.qr, purlUrl: purl, purlToken: token.purl },
    address,
    paper: message.paper,
    postageClass: message.postageClass,
  };
}
