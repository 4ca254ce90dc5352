import type { TouchMedium } from '../scenarios/vocabulary/index.ts';

type Language = 'fr' | 'en';
interface Words {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** An address that leads nowhere: mistyped, or never ours. The same words for both. */
export const notFoundWords: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'Cette adresse ne mène à rien',
    paragraphs: [
      'Si vous l’avez recopiée d’un courrier, vérifiez les dix derniers signes\u00a0: ni la lettre O ni le chiffre 0, ni la lettre I ni le chiffre 1 n’y figurent jamais.',
      'Le plus simple reste de scanner le code imprimé à côté, avec l’appareil photo de votre téléphone.',
    ],
  },
  en: {
    title: 'This address leads nowhere',
    paragraphs: [
      'If you copied it from a letter, check its last ten characters: they never include the letter O, the digit 0, the letter I or the digit 1.',
      'The easiest way is to scan the printed code next to it with your phone’s camera.',
    ],
  },
};

/** A link that mails hide from people, to know the machines that follow every link. */
export const honeypotWords: Readonly<Record<Language, Words>> = {
  fr: { title: 'Ce lien n’est pas pour vous', paragraphs: ['Il est caché dans nos messages pour reconnaître les machines qui suivent tous les liens. Si votre messagerie vous l’a montré, revenez au message\u00a0: ses autres liens mènent où ils le disent.'] },
  en: { title: 'This link is not for you', paragraphs: ['It is hidden in our mails to recognise the machines that follow every link. If your mail program showed it to you, go back to the mail: its other links lead where they say.'] },
};

/** A drop whose campaign is closed: its leaflets may lie about for months. */
export const overWords: Readonly<Record<Language, Words>> = {
  fr: { title: 'Cette opération est terminée', paragraphs: ['Merci d’avoir répondu. Elle vient de s’achever dans votre quartier, et nous n’avons rien gardé de votre formulaire.'] },
  en: { title: 'This campaign is over', paragraphs: ['Thank you for answering. It has just come to an end in your neighbourhood, and we have kept nothing of your form.'] },
};

export const unavailableWords: Readonly<Record<Language, Words>> = {
  fr: { title: 'Un instant, s’il vous plaît', paragraphs: ['Notre site reprend son souffle. Rechargez cette page dans une minute\u00a0: votre lien reste valable.'] },
  en: { title: 'One moment, please', paragraphs: ['Our site is catching its breath. Reload this page in a minute: your link stays valid.'] },
};

export const tooLargeWords: Readonly<Record<Language, Words>> = {
  fr: { title: 'C’est trop pour nous', paragraphs: ['Ce formulaire n’accepte que de courtes réponses. Revenez en arrière et envoyez-le de nouveau.'] },
  en: { title: 'That is too much for us', paragraphs: ['This form takes short answers only. Go back and send it again.'] },
};

export const refusedWords: Readonly<Record<Language, Words>> = {
  fr: { title: 'Nous n’avons pas compris', paragraphs: ['Cet envoi n’a pas la forme attendue. Revenez en arrière et essayez de nouveau.'] },
  en: { title: 'We did not understand', paragraphs: ['What was sent does not have the expected form. Go back and try again.'] },
};

export const brokenWords: Readonly<Record<Language, Words>> = {
  fr: { title: 'Quelque chose s’est cassé', paragraphs: ['C’est de notre côté, et nous en sommes avertis. Réessayez un peu plus tard\u00a0: votre lien reste valable.'] },
  en: { title: 'Something broke', paragraphs: ['It is on our side, and we have been told. Try again a little later: your link stays valid.'] },
};

interface Withdrawal {
  readonly ask: Words & { readonly button: string };
  readonly done: Words;
}

/** Withdrawing, from what came by mail or by post. */
export const withdrawalWords: Readonly<Record<Language, Readonly<Record<'mail' | 'post', Withdrawal>>>> = {
  fr: {
    mail: {
      ask: {
        title: 'Ne plus recevoir nos e-mails\u00a0?',
        paragraphs: ['Vous ne recevrez plus d’e-mail de notre part, ni d’invitation à nous suivre sur les réseaux.', 'Rien ne change tant que vous n’avez pas confirmé.'],
        button: 'Me désinscrire',
      },
      done: { title: 'C’est fait', paragraphs: ['Vous ne recevrez plus nos e-mails. Un message déjà parti peut encore arriver aujourd’hui.', 'Merci de nous avoir lus jusqu’ici.'] },
    },
    post: {
      ask: {
        title: 'Ne plus recevoir notre courrier\u00a0?',
        paragraphs: ['Nous retirerons votre adresse de nos prochains envois.', 'Rien ne change tant que vous n’avez pas confirmé.'],
        button: 'Retirer mon adresse',
      },
      done: { title: 'C’est fait', paragraphs: ['Votre adresse est retirée de nos envois. Un courrier déjà imprimé peut encore arriver dans les prochains jours.', 'Merci de nous avoir lus jusqu’ici.'] },
    },
  },
  en: {
    mail: {
      ask: {
        title: 'Stop receiving our emails?',
        paragraphs: ['You will get no more emails from us, nor invitations to follow us on social networks.', 'Nothing changes until you confirm.'],
        button: 'Unsubscribe',
      },
      done: { title: 'Done', paragraphs: ['You will get no more emails from us. One that is already on its way may still arrive today.', 'Thank you for having read us so far.'] },
    },
    post: {
      ask: {
        title: 'Stop receiving our letters?',
        paragraphs: ['We will take your address off our next mailings.', 'Nothing changes until you confirm.'],
        button: 'Take my address off',
      },
      done: { title: 'Done', paragraphs: ['Your address is off our mailings. A letter that is already printed may still arrive in the coming days.', 'Thank you for having read us so far.'] },
    },
  },
};

/** By which of the two a touch came: invitations to a social page are mails. */
export function carrierOf(medium: TouchMedium): 'mail' | 'post' {
  return medium === 'print' ? 'post' : 'mail';
}
