/** Places that are on no map: streets, communes, and postcodes of department 00, which was never given out. */
export const STREETS: readonly string[] = [
  'rue des Trois Alouettes',
  'rue du Vieux Pressoir',
  'avenue Aurore Belvinçon',
  'allée de la Lune Rousse',
  'impasse du Puits Songeur',
  'chemin de la Combe Ardente',
  'rue des Quatre Braises',
  'boulevard Octave Maronnier',
  'rue du Grand Merle',
  "rue des Tanneurs d'Encre",
  'chemin du Moulin Bavard',
  "quai de l'Écluse Bleue",
  'rue des Sabotiers',
  'place du Marché aux Lanternes',
  'rue Hortense Valmeyrac',
  'allée des Cerisiers Blancs',
  'route de Brumaison',
  "rue de l'Horloger",
  'impasse des Mésanges',
  'rue du Four à Chaux',
  'sentier des Genêts',
  'rue Barnabé Quintrec',
  'avenue des Houblonnières',
  'rue de la Petite Forge',
  'cours Éléonore Tavernac',
  "rue de l'Âtre",
  'chemin des Fougères Hautes',
  'rue du Pas de la Biche',
  'rue Théophile Garancier',
  'allée du Clos Mirabelle',
  'rue des Deux Lavoirs',
  'montée du Vieux Beffroi',
  "rue de l'Étang Clair",
  'rue des Ramoneurs',
];

export const COMPLEMENTS: readonly string[] = [
  'Appartement 4',
  'Appartement 12',
  'Bâtiment B',
  'Bâtiment C escalier 2',
  'Résidence Les Brumettes',
  'Résidence du Beffroi',
  'Lieu-dit La Grange Haute',
  'Lieu-dit Les Aulnes',
  'Chez le gardien',
  '2e étage porte gauche',
];

export interface Commune {
  readonly name: string;
  readonly postcode: string;
  /** The brand's store nearest to it, by its town. */
  readonly store: string;
  /** Kilometres to that store. */
  readonly distance: number;
}

const commune = (postcode: string, name: string, store: string, distance: number): Commune => ({ name, postcode, store, distance });

export const COMMUNES: readonly Commune[] = [
  commune('00110', 'Vaubrune', 'Vaubrune', 1.8),
  commune('00120', 'Montrelay-le-Haut', 'Vaubrune', 9.4),
  commune('00130', 'Courbelande', 'Vaubrune', 14.2),
  commune('00140', 'Sainte-Ombeline', 'Vaubrune', 22.5),
  commune('00160', "L'Isle-Garence", 'Vaubrune', 31),
  commune('00210', 'Rochefeuille-sur-Arlène', 'Rochefeuille', 2.3),
  commune('00220', 'Tournevigne', 'Rochefeuille', 7.6),
  commune('00230', 'Chantelisse', 'Rochefeuille', 12.9),
  commune('00240', 'Fontgarance', 'Rochefeuille', 19.1),
  commune('00310', 'Port-Ancelin', 'Port-Ancelin', 2.9),
  commune('00320', 'Marsolande', 'Port-Ancelin', 6.8),
  commune('00330', 'Quervanec-Plage', 'Port-Ancelin', 16.3),
  commune('00340', 'Les Brumettes', 'Port-Ancelin', 27.7),
  commune('00410', 'Aiguevance', 'Aiguevance', 2.1),
  commune('00420', 'Bellombre-les-Eaux', 'Aiguevance', 8.8),
  commune('00430', 'Pierrelune', 'Aiguevance', 17.4),
  commune('00440', 'Sainte-Évrande', 'Aiguevance', 38.6),
  commune('00510', 'Lormoisy', 'Lormoisy', 1.6),
  commune('00520', 'Champorain', 'Lormoisy', 5.3),
  commune('00530', 'Hautecombelle', 'Lormoisy', 11.7),
  commune('00540', 'Noirépine-en-Brière', 'Lormoisy', 24.8),
];
