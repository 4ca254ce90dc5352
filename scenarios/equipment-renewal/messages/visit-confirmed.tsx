import type { EmailMessage } from '../../content/index.ts';
import { language } from '../../kit/language.ts';
import { CALLED, SLOTS } from '../equipment.ts';
import type { EquipmentFacts } from '../facts.ts';
import { Action, agencyOf, because, Greeting, Letter, Panel, Paragraph, Signature } from './look.tsx';

/** What was asked for. */
export type AskedProps = Pick<EquipmentFacts, 'equipment' | 'agency'> & { readonly slot: NonNullable<EquipmentFacts['slot']> };

const fr = {
  subject: 'C’est noté : nous passons pour l’entretien',
  preheader: 'L’agence vous appelle pour fixer le jour.',
  headline: 'C’est noté, nous passons',
  noted: (name: string) => `Vous souhaitez l’entretien de votre ${name}. L’agence vous appelle sous deux jours ouvrés pour fixer la date.`,
  label: 'Votre préférence',
  visit: 'Présentez le numéro de visite de votre page au technicien : il le note une fois le travail fait.',
  button: 'Voir mon numéro de visite',
};
const en: typeof fr = {
  subject: 'Noted: we are coming for the service',
  preheader: 'The agency calls you to set the day.',
  headline: 'Noted, we are coming',
  noted: (name) => `You would like your ${name} serviced. The agency calls you within two working days to set the date.`,
  label: 'Your preference',
  visit: 'Show the visit number on your page to the fitter, who writes it down once the work is done.',
  button: 'See my visit number',
};
const wordings = { fr, en };

/** Answers who asked for a service visit. */
export const visitConfirmed: EmailMessage<'email', AskedProps> = {
  medium: 'email',
  purpose: 'service',
  cost: 0.002,
  merges: true,
  sample: { equipment: 'heat-pump', agency: 'Aiguevance', slot: 'saturday' },
  links: { visit: { page: 'service-visit' } },
  subject: ({ locale }) => wordings[language(locale)].subject,
  preheader: ({ locale }) => wordings[language(locale)].preheader,
  body(context) {
    const speech = language(context.locale);
    const words = wordings[speech];
    const { equipment, agency, slot } = context.props;
    return (
      <Letter context={context} preheader={words.preheader} headline={words.headline} because={because[speech]}>
        <Greeting context={context} />
        <Paragraph>{words.noted(CALLED[speech][equipment])}</Paragraph>
        <Panel label={words.label} title={capital(SLOTS[speech][slot])}>
          {words.visit}
        </Panel>
        <Action href={context.links['visit']}>{words.button}</Action>
        <Signature context={context} from={agencyOf[speech](agency)} />
      </Letter>
    );
  },
};

/** As the first word of a line. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
