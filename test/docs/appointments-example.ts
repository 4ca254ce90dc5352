import { z } from 'zod';
import { appointmentTime, offering } from '../../scenarios/content/index.ts';

// From here on as in docs/pages.md.
export const facts = z.object({ interest: z.enum(['replace', 'service']).optional(), visit: appointmentTime.optional() });

const offer = offering<z.infer<typeof facts>>();
const morning = { at: '08:00', words: { fr: { label: 'Matin', hint: '8 h à 12 h' }, en: { label: 'Morning', hint: '8 to 12' } } } as const;

export const visit = offer('visit', {
  words: { fr: { legend: 'Quand pouvons-nous passer\u00a0?' }, en: { legend: 'When may we come?' } },
  open: { tue: [morning, { at: '14:00' }], thu: [morning, { at: '14:00' }, { at: '16:30' }], sat: [morning] },
  notice: 2,
  days: 4,
  asksIf: ({ interest }) => interest === 'replace',
});
