import type { PageContext } from '../content/index.ts';
import { language } from './language.ts';

const WORDS = {
  fr: {
    email: 'Votre adresse e-mail',
    proof: 'Nous y envoyons un message à confirmer d’un clic. Avant cela, rien d’autre ne part.',
    check: 'Il manque quelque chose\u00a0: regardez les champs signalés.',
    sent: 'Regardez votre boîte e-mail',
    sentText: 'Un message vous y attend, ou arrive\u00a0: ouvrez-le et confirmez. Le lien est bon sept jours. Rien vu\u00a0? Il est parfois dans les indésirables.',
    other: 'Ce n’était pas la bonne adresse\u00a0?',
    send: 'Envoyer',
  },
  en: {
    email: 'Your email address',
    proof: 'We send a message there, to be confirmed by a click. Nothing else leaves before that.',
    check: 'Something is missing: look at the fields that are marked.',
    sent: 'Look into your mailbox',
    sentText: 'A message awaits you there, or is about to: open it and confirm. The link is good for seven days. Nothing there? It may be among the spam.',
    other: 'Was it not the right address?',
    send: 'Send',
  },
} as const;

interface Props {
  readonly context: PageContext;
  readonly title: string;
  /** Why it is worth a yes. */
  readonly lead?: string;
  readonly send: string;
}

/**
 * The page's consents, in a form of their own: a box for each, never ticked beforehand, and the address where the mailbox is to be proven. While the mail that proves it
 * is on its way, it says so instead; nothing where all is given. Works without JavaScript.
 */
export function ConsentForm(props: Props) {
  const { context } = props;
  const { asked, onItsWay } = context.consents;
  const words = WORDS[language(context.locale)];
  if (asked.length === 0) return null;
  const isWrong = asked.some(({ medium }) => context.problems[`consent-${medium}`]) || context.problems['email'] !== undefined;
  if (!onItsWay || isWrong) return <Form {...props} isWrong={isWrong} />;
  return (
    <section className="card consent-sent" aria-labelledby="consent-title">
      <h2 id="consent-title">{words.sent}</h2>
      <p role="status">{words.sentText}</p>
      <details>
        <summary>{words.other}</summary>
        <Form {...props} isWrong={false} isAgain />
      </details>
    </section>
  );
}

function Form({ context, title, lead, send, isWrong, isAgain = false }: Props & { isWrong: boolean; isAgain?: boolean }) {
  const words = WORDS[language(context.locale)];
  const { asked, needsEmail } = context.consents;
  return (
    <form className={isAgain ? 'consent-form' : 'card consent-form'} method="post" action={context.action} {...(isAgain ? {} : { id: 'consent' })}>
      {!isAgain && <h2>{title}</h2>}
      {isWrong && (
        <p className="alert" role="alert">
          {words.check}
        </p>
      )}
      {lead && !isAgain && <p>{lead}</p>}
      <input type="hidden" name="form" value={`${context.formId}-c`} />
      <input type="hidden" name="about" value="consent" />
      {needsEmail && <Email context={context} label={words.email} hint={words.proof} />}
      {asked.map(({ medium, text }) => (
        <Tick key={medium} context={context} name={`consent-${medium}`} text={text} required={asked.length === 1} />
      ))}
      <button type="submit">{isAgain ? words.send : send}</button>
    </form>
  );
}

/** The first field that is wrong gets the focus, so that its problem is read out. */
function Email({ context, label, hint }: { context: PageContext; label: string; hint: string }) {
  const problem = context.problems['email'];
  return (
    <p className="field">
      <label htmlFor="email">{label}</label>
      {problem && (
        <strong className="problem" id="email-problem">
          {problem}
        </strong>
      )}
      <input
        id="email"
        type="email"
        name="email"
        autoComplete="email"
        inputMode="email"
        maxLength={254}
        required
        defaultValue={context.given['email'] ?? ''}
        aria-describedby={problem ? 'email-problem email-hint' : 'email-hint'}
        {...(problem ? { 'aria-invalid': true, autoFocus: true } : {})}
      />
      <span className="hint" id="email-hint">
        {hint}
      </span>
    </p>
  );
}

function Tick({ context, name, text, required }: { context: PageContext; name: string; text: string; required: boolean }) {
  const problem = context.problems[name];
  return (
    <div className="tick-row">
      {problem && (
        <strong className="problem" id={`${name}-problem`}>
          {problem}
        </strong>
      )}
      <label className="tick">
        <input type="checkbox" name={name} value="yes" required={required} defaultChecked={context.given[name] === 'yes'} {...(problem ? { 'aria-describedby': `${name}-problem`, 'aria-invalid': true } : {})} />
        <span>{text}</span>
      </label>
    </div>
  );
}
