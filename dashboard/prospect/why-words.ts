/** Why a touch was made or not, in words; a reason that is not here is said as it is recorded. */
export const whyWords = { en: (why: string) => said(why, EN), fr: (why: string) => said(why, FR) } as const;

interface Words {
  readonly whole: Readonly<Record<string, string>>;
  /** By what comes before the colon; gets what comes after. */
  readonly parted: Readonly<Record<string, (rest: string) => string>>;
}

const EN: Words = {
  whole: { sent: 'sent', recalled: 'taken back', 'no-consent': 'no consent', 'no-address': 'no address', paused: 'they asked for a pause', capped: 'they have had enough of this medium for now', 'held:window': 'waits for its window', holdout: 'held out' },
  parted: {
    suppressed: (reason) => `closed: ${EN_REASONS[reason] ?? reason}`,
    'bad-address': (reason) => `the address can’t be printed: ${reason}`,
    failed: (type) => `it could not be sent (${type})`,
    dropped: (rule) => `left out by a rule: ${rule}`,
  },
};
const EN_REASONS: Readonly<Record<string, string>> = { unsubscribed: 'they unsubscribed', bounced: 'mails bounce', returned: 'mail came back', complained: 'they complained' };

const FR: Words = {
  whole: { sent: 'envoyé', recalled: 'retiré', 'no-consent': 'pas de consentement', 'no-address': 'pas d’adresse', paused: 'une pause a été demandée', capped: 'assez de ce média pour l’instant', 'held:window': 'attend son créneau', holdout: 'témoin' },
  parted: {
    suppressed: (reason) => `fermé : ${FR_REASONS[reason] ?? reason}`,
    'bad-address': (reason) => `l’adresse ne peut être imprimée : ${reason}`,
    failed: (type) => `l’envoi a échoué (${type})`,
    dropped: (rule) => `écarté par une règle : ${rule}`,
  },
};
const FR_REASONS: Readonly<Record<string, string>> = { unsubscribed: 'désabonnement', bounced: 'les mails sont rejetés', returned: 'le courrier est revenu', complained: 'une plainte' };

function said(why: string, { whole, parted }: Words): string {
  const [first = '', ...rest] = why.split(':');
  return whole[why] ?? (rest.length > 0 ? parted[first]?.(rest.join(':')) : undefined) ?? why;
}
