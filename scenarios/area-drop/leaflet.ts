import type { DropNeighbourhood, LeafletContent } from '../content/index.ts';
import { typeset } from '../kit/typeset.ts';
import { brand } from './brand.ts';
import { theme } from './theme.ts';

/** What lies in every letter box of an area. In French: of an area's people nobody's language is known. */
export function leaflet({ name }: DropNeighbourhood): LeafletContent {
  return {
    brand: brand.name,
    claim: brand.claim.fr,
    front: { headline: 'Cueillis hier, chez vous demain.', subline: typeset(`${name}, vos maraîchers arrivent : un panier chaque semaine, ou quand vous voulez.`), badge: typeset('−5 €\nau premier'), theme },
    back: {
      headline: 'Un panier de saison, à deux rues.',
      paragraphs: [
        'Sept maraîchers, trente légumes dans l’année, aucun frigo entre le champ et vous.',
        'Chaque jeudi, votre panier vous attend dans un commerce du quartier. Vous le prenez quand vous rentrez.',
        typeset('Dites-nous si cela vous tente : nous vous écrirons, et le premier panier vous coûtera 5 € de moins. Sans abonnement.'),
      ],
      callToAction: 'Scannez : ça prend une minute',
      orType: 'ou tapez l’adresse ci-dessous',
      smallPrint: typeset(`${brand.address}. Distribué sans adresse : nous ne savons pas qui vous êtes, et ne le saurons que si vous nous répondez. Offre de 5 € TTC, une fois par foyer, sur le premier panier. Ne pas jeter sur la voie publique : ce papier se trie.`),
    },
  };
}
