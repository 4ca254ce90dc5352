import { offering, sayAppointment } from '../../content/appointment.ts';
import type { Slot } from '../../content/slots.ts';
import { QuestionForm } from '../../kit/index.ts';
import { brand } from '../brand.ts';
import type { BoilerFacts } from '../facts.ts';
import type { PartProps } from './boiler-check.tsx';
import { wordings } from './boiler-check-wording.ts';

const offer = offering<BoilerFacts>();
const MORNING: Slot = { at: '08:00', words: { fr: { label: 'Matin', hint: '8\u00a0h à 12\u00a0h' }, en: { label: 'Morning', hint: '8 to 12' } } };
const AFTERNOON: Slot = { at: '13:00', words: { fr: { label: 'Après-midi', hint: '13\u00a0h à 17\u00a0h' }, en: { label: 'Afternoon', hint: '1 to 5' } } };
const BOTH = [MORNING, AFTERNOON];

/** Asked of those who want a new installation: half a day on which somebody may come and measure. */
export const visit = offer('visit', {
  words: { fr: wordings.fr.visit, en: wordings.en.visit },
  open: { mon: BOTH, tue: BOTH, wed: BOTH, thu: BOTH, fri: BOTH, sat: [MORNING] },
  notice: 3,
  days: 5,
  asksIf: ({ interest }) => interest === 'replace',
});

/** The visit: asked for, or noted. */
export function Visit({ context, known, words }: PartProps) {
  const isAsked = context.asked.some(({ fact }) => fact === 'visit');
  if (isAsked) return <QuestionForm context={{ ...context, asked: context.asked.filter(({ fact }) => fact === 'visit') }} {...words.visit} />;
  if (!known.visit || known.interest !== 'replace') return null;
  const { day, time } = sayAppointment(visit, known.visit, context.locale);
  return (
    <section className="card visit-noted" aria-labelledby="visit-title">
      <h2 id="visit-title">{words.visit.noted}</h2>
      <p className="visit-when">
        {day} <span>{time}</span>
      </p>
      <p>
        {words.visit.change} <a href={`mailto:${brand.email}`}>{brand.email}</a>
      </p>
    </section>
  );
}
