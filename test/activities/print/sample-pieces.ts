import type { Piece } from '../../../activities/print/piece.ts';
import { purlPath } from '../../../activities/print/purl.ts';
import { reminderCard } from '../../../scenarios/boiler-renewal/messages/reminder-card.ts';
import { renewalPostcard } from '../../../scenarios/boiler-renewal/messages/renewal-postcard.ts';
import type { PostcardContent } from '../../../scenarios/content/index.ts';
import { makeToken } from '../../../store/tokens.ts';

/** A piece in the house's own drawing. */
export type CardPiece = Piece & { readonly content: PostcardContent };

const PEOPLE = [
  { title: 'Mme', firstName: 'Élodie', lastName: 'Martin-Roux', addressLine: '4, rue de l’Église', addressComplement: 'Bât. C, 3e étage' },
  { title: 'M.', firstName: 'Jean', lastName: 'Dupont', addressLine: '12 avenue du Général-de-Gaulle', addressComplement: null },
  { title: null, firstName: 'Łukasz', lastName: 'Šimánek', addressLine: '128 ter boulevard des Forges', addressComplement: null },
  { title: 'Mme', firstName: 'Anne-Charlotte', lastName: 'de La Rochefoucauld-Beaulieu', addressLine: '1 place des Œillets', addressComplement: null },
] as const;

/** A piece of the scenario's own cards, for one of four invented people. */
export function samplePiece(index = 0): CardPiece {
  const { title, firstName, lastName, ...address } = PEOPLE[index % PEOPLE.length]!;
  const message = index % 3 === 2 ? reminderCard : renewalPostcard;
  const [qrToken, purlToken] = [makeToken(), makeToken()];
  const purlUrl = `http://127.0.0.1:8080${purlPath({ firstName, lastName, token: purlToken })}`;
  const person = { title, firstName, lastName };
  return {
    touchId: `spring/p-${index}/card/1`,
    content: message.content({ props: { offer: index % 2 === 0 ? 'replace' : 'service' }, person, locale: 'fr-FR', links: {}, unsubscribe: purlUrl }),
    variant: null,
    qrUrl: `HTTP://127.0.0.1:8080/Q/${qrToken}`,
    qrToken,
    purlUrl,
    purlToken,
    address: { ...person, ...address, postcode: '00410', city: 'Saint-Loup-sur-Forge', country: 'FR', email: null },
    paper: message.paper,
    postageClass: message.postageClass,
  };
}

export function samplePieces(count: number): CardPiece[] {
  return Array.from({ length: count }, (_, index) => samplePiece(index));
}
