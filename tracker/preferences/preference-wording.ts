import type { Preference } from '../../store/preferences.ts';

export type Language = 'fr' | 'en';

/** Name and version of these words, kept with each consent: change the version when what people agree to is said otherwise. */
export const WORDING = 'preferences/1';

interface Choice {
  readonly label: string;
  readonly hint: string;
}

interface Words {
  readonly title: string;
  readonly saved: string;
  readonly intro: string;
  readonly legend: string;
  readonly choices: Readonly<Record<Preference, Choice>>;
  readonly closed: Readonly<Record<'returned' | 'bounced' | 'complained' | 'other', string>>;
  readonly pause: Choice;
  readonly paused: (until: string) => string;
  readonly resume: Choice;
  readonly save: string;
  readonly onWay: string;
  readonly stopTitle: string;
  readonly stopHint: string;
  readonly stop: string;
}

export const preferenceWords: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'Ce que vous voulez recevoir',
    saved: 'C’est noté. Vos choix valent dès maintenant.',
    intro: 'Cochez ce qui vous est utile, décochez le reste.',
    legend: 'Nous pouvons vous écrire',
    choices: {
      print: { label: 'Par courrier', hint: 'Nos offres, dans votre boîte aux lettres.' },
      email: { label: 'Par e-mail', hint: 'Nos offres et nos conseils.' },
      service: { label: 'Par e-mail, pour vos demandes', hint: 'Confirmations de rendez-vous et suites de ce que vous nous avez demandé.' },
      social: { label: 'Sur les réseaux', hint: 'Invitations à nous suivre et annonces qui vous concernent.' },
    },
    closed: {
      returned: 'Un courrier nous est revenu de votre adresse : nous n’y écrivons plus.',
      bounced: 'Votre boîte ne reçoit pas nos messages : nous n’y écrivons plus.',
      complained: 'Vous avez signalé un de nos messages : nous n’écrivons plus.',
      other: 'Nous n’écrivons plus par ce moyen.',
    },
    pause: { label: 'Faire une pause de 30 jours', hint: 'Rien de notre part d’ici là, sauf les suites de vos demandes.' },
    paused: (until) => `Vous avez demandé une pause, jusqu’au ${until}.`,
    resume: { label: 'Mettre fin à la pause', hint: 'Vos autres choix restent les mêmes.' },
    save: 'Enregistrer mes choix',
    onWay: 'Un message déjà parti, ou un courrier déjà imprimé, peut encore arriver.',
    stopTitle: 'Tout arrêter',
    stopHint: 'Ni courrier, ni e-mail, ni réseaux.',
    stop: 'Ne plus rien recevoir',
  },
  en: {
    title: 'What you want to receive',
    saved: 'Noted. Your choices hold from now on.',
    intro: 'Tick what is useful to you, untick the rest.',
    legend: 'We may write to you',
    choices: {
      print: { label: 'By post', hint: 'Our offers, in your letter box.' },
      email: { label: 'By email', hint: 'Our offers and advice.' },
      service: { label: 'By email, about your requests', hint: 'Confirmations of appointments, and what follows from what you asked us.' },
      social: { label: 'On social networks', hint: 'Invitations to follow us, and adverts that concern you.' },
    },
    closed: {
      returned: 'A letter came back from your address: we do not write there any more.',
      bounced: 'Your mailbox does not take our messages: we do not write there any more.',
      complained: 'You reported one of our messages: we do not write any more.',
      other: 'We do not write this way any more.',
    },
    pause: { label: 'Pause for 30 days', hint: 'Nothing from us until then, except about your requests.' },
    paused: (until) => `You asked for a pause, until ${until}.`,
    resume: { label: 'End the pause', hint: 'Your other choices stay as they are.' },
    save: 'Save my choices',
    onWay: 'A message that is on its way, or a letter that is printed, may still arrive.',
    stopTitle: 'Stop everything',
    stopHint: 'No post, no email, no social networks.',
    stop: 'Receive nothing more',
  },
};
