import type { Piece } from '../../activities/print/piece.ts';
import { purlPath } from '../../activities/print/purl.ts';
import { reminderCard } from '../../scenarios/boiler-renewal/messages/reminder-card.ts';
import { renewalPostcard } from '../../scenarios/boiler-renewal/messages/renewal-postcard.ts';
import type { PostcardContent } from '../../scenarios/content/index.ts';
import { inventPerson } from '../../scripts/invented/person.ts';
import { ALPHABET } from '../../store/tokens.ts';

/** As the host of a real campaign: what makes a QR code of version 3. */
const PUBLIC_URL = 'https://bellebraise.example';

/** A card in the house's own drawing. */
export interface HouseCard extends Piece {
  readonly content: PostcardContent;
}

/**
 * Boiler-renewal's cards, two messages with two offers each, to people who don't exist: the same number is always the same card. One at a time, as a
 * print run takes them from its database.
 */
export async function* sampleCards(count: number): AsyncGenerator<HouseCard> {
  for (let number = 0; number < count; number++) yield sampleCard(number);
}

export function sampleCard(number: number): HouseCard {
  const { columns } = inventPerson({ seed: 'bench', id: `p-${number}` });
  const person = { title: columns.title, firstName: columns.first_name, lastName: columns.last_name };
  const message = number % 3 === 2 ? reminderCard : renewalPostcard;
  const [qrToken, purlToken] = [tokenOf(2 * number), tokenOf(2 * number + 1)];
  const purlUrl = `${PUBLIC_URL}${purlPath({ ...person, token: purlToken })}`;
  const { address_line: addressLine, address_complement: addressComplement, postcode, city, country } = columns;
  return {
    touchId: `bench/p-${String(number).padStart(6, '0')}/card/1`,
    content: message.content({ props: { offer: number % 2 === 0 ? 'replace' : 'service' }, person, locale: columns.locale, links: {}, unsubscribe: purlUrl }),
    variant: null,
    ...{ qrUrl: `${PUBLIC_URL}/q/${qrToken}`.toUpperCase(), qrToken, purlUrl, purlToken },
    address: { ...person, addressLine, addressComplement: addressComplement || null, postcode, city, country, email: null },
    ...{ paper: message.paper, postageClass: message.postageClass },
  };
}

/** Symbols spread over the alphabet as random ones are: 2654435761 has no factor in common with the number of tokens (Knuth's multiplicative hash). */
function tokenOf(number: number): string {
  const base = BigInt(ALPHABET.length);
  let rest = (BigInt(number + 1) * 2_654_435_761n * 40_503n) % base ** 10n;
  let token = '';
  for (let place = 0; place < 10; place++) [token, rest] = [token + ALPHABET[Number(rest % base)], rest / base];
  return token;
}
