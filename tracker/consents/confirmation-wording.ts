import type { Language } from '../../scenarios/kit/language.ts';

interface Words {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

interface ConfirmationWords {
  readonly ask: (brand: string) => Words & { readonly button: string; readonly nothing: string };
  readonly done: (brand: string) => Words;
  readonly over: (brand: string) => Words;
}

/** The page to which the mail leads that proves a mailbox. */
export const confirmationWords: Readonly<Record<Language, ConfirmationWords>> = {
  fr: {
    ask: (brand) => ({
      title: 'C’est bien vous\u00a0?',
      paragraphs: [`Vous avez laissé cette adresse e\u2011mail à ${brand}, et dit oui à ceci\u00a0:`],
      button: 'Oui, c’est mon adresse',
      nothing: 'Ce n’est pas vous\u00a0? Fermez cette page\u00a0: sans votre accord, nous n’écrirons pas.',
    }),
    done: (brand) => ({ title: 'Merci, c’est confirmé', paragraphs: [`${brand} peut désormais vous écrire à cette adresse. Chaque message porte un lien pour y mettre fin.`] }),
    over: (brand) => ({ title: 'Ce lien a fait son temps', paragraphs: ['Il était bon sept jours, et rien n’a changé.', `Pour recevoir les messages de ${brand}, rouvrez votre page personnelle\u00a0: elle vous le proposera de nouveau.`] }),
  },
  en: {
    ask: (brand) => ({
      title: 'Is it really you?',
      paragraphs: [`You left this email address with ${brand}, and said yes to this:`],
      button: 'Yes, this is my address',
      nothing: 'Not you? Close this page: without your yes we will not write.',
    }),
    done: (brand) => ({ title: 'Thank you, confirmed', paragraphs: [`${brand} may now write to you at this address. Every message has a link that makes it stop.`] }),
    over: (brand) => ({ title: 'This link has had its time', paragraphs: ['It was good for seven days, and nothing has changed.', `To get messages from ${brand}, open your personal page again: it will ask you once more.`] }),
  },
};
