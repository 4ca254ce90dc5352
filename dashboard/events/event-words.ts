/** What somebody did, or a carrier reports, as the feed and a person's page say it. Kinds that are not here are called by their name. */
export const eventWords = {
  en: {
    kinds: {
      posted: 'Handed to the carrier',
      delivered: 'Delivered',
      returned: 'Came back',
      bounced: 'Bounced',
      complained: 'Reported as spam',
      failed: 'Was not made',
      scan: 'Scanned the code',
      visit: 'Opened the personal page',
      click: 'Followed a link',
      reply: 'Answered the form',
      redeem: 'Redeemed a voucher',
      purchase: 'Bought',
      follow: 'Follows the page',
      unsubscribe: 'Unsubscribed',
      consent: 'Consent',
      open: 'Opened the mail',
    },
    evidence: { human: 'seen to be a person', bot: 'a machine', scan: 'the carrier’s scan', logical: 'inferred', estimated: 'estimated' },
  },
  fr: {
    kinds: {
      posted: 'Remis au transporteur',
      delivered: 'Distribué',
      returned: 'Revenu',
      bounced: 'Rejeté',
      complained: 'Signalé comme indésirable',
      failed: 'Pas fabriqué',
      scan: 'A scanné le code',
      visit: 'A ouvert la page personnelle',
      click: 'A suivi un lien',
      reply: 'A répondu au formulaire',
      redeem: 'A utilisé un bon',
      purchase: 'A acheté',
      follow: 'Suit la page',
      unsubscribe: 'S’est désabonné',
      consent: 'Consentement',
      open: 'A ouvert le mail',
    },
    evidence: { human: 'une personne, c’est vu', bot: 'une machine', scan: 'scan du transporteur', logical: 'déduit', estimated: 'estimé' },
  },
};

export type KindWord = keyof (typeof eventWords)['en']['kinds'];
