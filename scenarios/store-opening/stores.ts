import type { Language } from '../kit/index.ts';
import type { OpeningFacts } from './facts.ts';

/** A store that opens: its address, the way to it, and the names on its map. */
export interface Store {
  readonly town: string;
  readonly street: string;
  readonly postcode: string;
  /** After the address, such as `face aux halles`. */
  readonly where: Readonly<Record<Language, string>>;
  readonly access: Readonly<Record<Language, readonly (readonly [by: string, way: string])[]>>;
  readonly map: { readonly main: string; readonly side: string; readonly park: string; readonly river: string; readonly station: string };
}

export const STORES: Readonly<Record<OpeningFacts['store'], Store>> = {
  lormoisy: {
    town: 'Lormoisy',
    street: '8 place du Marché aux Lanternes',
    postcode: '00510',
    where: { fr: 'face aux halles', en: 'opposite the market hall' },
    access: {
      fr: [['À pied', 'Trois minutes depuis la gare, par la rue de l’Horloger'], ['En voiture', 'Parking des Sabotiers, la première heure est pour nous'], ['À vélo', 'Des arceaux devant la porte, sous le tilleul']],
      en: [['On foot', 'Three minutes from the station, by rue de l’Horloger'], ['By car', 'Sabotiers car park, the first hour is on us'], ['By bike', 'Racks by the door, under the lime tree']],
    },
    map: { main: 'place du Marché', side: 'rue de l’Horloger', park: 'Jardin des Genêts', river: 'L’Arlène', station: 'Gare' },
  },
  'port-ancelin': {
    town: 'Port-Ancelin',
    street: '15 quai de l’Écluse Bleue',
    postcode: '00310',
    where: { fr: 'dans l’ancienne voilerie', en: 'in the old sail loft' },
    access: {
      fr: [['À pied', 'Six minutes depuis le phare, en longeant le quai'], ['En voiture', 'Parking du Bassin, la première heure est pour nous'], ['En bateau', 'Ponton visiteurs, juste en face : on vous lance l’amarre']],
      en: [['On foot', 'Six minutes from the lighthouse, along the quay'], ['By car', 'Bassin car park, the first hour is on us'], ['By boat', 'Visitors’ pontoon, right opposite: we catch your line']],
    },
    map: { main: 'quai de l’Écluse', side: 'rue du Grand Merle', park: 'Square du Phare', river: 'Le bassin', station: 'Phare' },
  },
};

/** Where the brand's site shows the real map and the way there. */
export const mapPath = '/nouveau-magasin/plan';
