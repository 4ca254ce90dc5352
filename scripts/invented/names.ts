/** Names as they are borne in France and by the British who live there; first names of the years when today's householders were born. */
const list = (text: string): readonly string[] => text.trim().split(/\s*\n\s*|\s*,\s*/);

export const FRENCH_WOMEN = list(`
  Amélie, Anne-Laure, Annick, Aurélie, Béatrice, Bénédicte, Brigitte, Caroline, Cécile, Céline, Chantal, Christelle, Claire, Corinne, Delphine, Élise, Élodie, Émilie,
  Fatima, Florence, Françoise, Gaëlle, Geneviève, Hélène, Inès, Isabelle, Jacqueline, Joëlle, Karine, Laëtitia, Laurence, Leïla, Linh, Lucie, Magali, Marie-Claude, Marie-Thérèse,
  Marion, Martine, Maud, Mélanie, Michèle, Monique, Nadège, Nathalie, Noémie, Odile, Pascale, Raphaëlle, Sandrine, Solène, Sophie, Sylvie, Thérèse, Valérie, Véronique, Yaël, Zoé`);

export const FRENCH_MEN = list(`
  Alain, Alexandre, André, Antoine, Arnaud, Benoît, Bernard, Bruno, Cédric, Christian, Christophe, Cyril, Damien, David, Denis, Didier, Dominique, Éric, Étienne,
  Fabrice, François, Frédéric, Gaël, Gérard, Gilles, Grégory, Guy, Hervé, Jacques, Jean-Baptiste, Jean-Luc, Jean-Marc, Jean-Noël, Jérôme, Joël, Julien, Karim, Laurent, Loïc, Ludovic,
  Marc, Mathieu, Maurice, Mehdi, Michel, Nicolas, Noël, Olivier, Pascal, Patrice, Philippe, Pierre-Yves, Raphaël, Régis, Rémi, René, Sébastien, Serge, Stéphane, Sylvain, Thierry, Tristan, Yannick, Yves`);

export const FRENCH_FAMILIES = list(`
  Abadie, Achard, Aubry, Bachelet, Barbier, Baudouin, Beauchêne, Benali, Bérenger, Bertin, Besnard, Blondel, Bonnefoy, Bouchet, Boutin, Brémond, Caillaud, Carpentier, Chabert,
  Chauvière, Chevallier, Colombani, Cordier, Courtois, Crépin, D'Aubrac, D'Hervilly, Da Costa, De La Faye, Delattre, Delcourt-Ménard, Deschênes, Diallo, Du Bellay, Dubois-Péron, Dufrêne, Dumoulin, Durand,
  Étcheverry, Fabre, Faucheux, Féraud, Fernandez, Flament, Fontaine, Fournier, Gaillard, Garnier, Gauthier, Germain, Giraud-Lévêque, Goncalves, Gosselin, Grégoire, Grosjean, Guérin,
  Guillemot, Hamel, Hébert, Hénault, Huguenin, Imbert, Jacquemin, Jaubert, Jégou, Kerbrat, Klein, L'Hénoret, L'Hostis, Labbé, Lacombe, Lafitte, Lagarde, Lambert, Le Bihan, Le Goff, Le Guen, Lebœuf,
  Lefèvre, Legrand, Lemaître, Lévesque, Loiseau, Maillard, Mallet, Marchadour, Maréchal, Martinez, Masson, Mercier, Métayer, Meunier, Michaud-Roy, Moreau, Morvan, N'Diaye, Nguyen, Noël,
  Ollivier, Pasquier, Pélissier, Perrault, Pichon, Poirier, Prévost, Quéméner, Raynaud, Renaud, Ribeiro, Rivière, Rousselot, Roux, Saint-Martin, Salaün, Schneider, Séguin, Simonet, Tessier,
  Thévenet, Thibault, Tournier, Traoré, Vaillant, Vasseur, Verdier, Vidal, Villeneuve, Weber, Ziegler`);

export const BRITISH_WOMEN = list('Alison, Catherine, Deborah, Fiona, Gillian, Helen, Margaret, Rosemary, Susan');
export const BRITISH_MEN = list('Alistair, Andrew, Colin, Edward, Graham, Ian, Nigel, Robert, Stephen');
export const BRITISH_FAMILIES = list(
  "Ashworth, Bradbury, Carmichael, Dunstable, Fairweather, Hathersage, Kirkbride, Langley-Moore, MacAllister, O'Connell, Pemberton, Thornbury, Whitcombe",
);
