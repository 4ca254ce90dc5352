import type { AskedQuestion, PageContext } from '../content/index.ts';
import { remembered } from './remembered.ts';

interface Props {
  readonly context: PageContext;
  readonly title: string;
  /** Above a form that came back with a problem. */
  readonly check: string;
  readonly send: string;
  /** Under the button, such as what the answers are used for. */
  readonly hint?: string;
}

/** The form of a personal page: the questions that it asks now, one answer each, the first of them required; nothing where none is open. It works without JavaScript. */
export function QuestionForm({ context, title, check, send, hint }: Props) {
  if (context.asked.length === 0) return null;
  return (
    <form className="card form" method="post" action={context.action}>
      <h2>{title}</h2>
      {Object.keys(context.problems).length > 0 && (
        <p className="alert" role="alert">
          {check}
        </p>
      )}
      <input type="hidden" name="form" value={context.formId} />
      {context.asked.map((question, index) => (
        <Choices key={question.fact} context={context} question={question} required={index === 0} />
      ))}
      <button type="submit">{send}</button>
      {hint && <p className="hint">{hint}</p>}
    </form>
  );
}

interface ChoicesProps {
  readonly context: PageContext;
  readonly question: AskedQuestion;
  readonly required: boolean;
  /** For the page's own styles. */
  readonly className?: string;
}

/** One question of a form, answered by choosing. */
export function Choices({ context, question: { fact: field, legend, choices }, required, className = '' }: ChoicesProps) {
  const problem = context.problems[field];
  const given = context.given[field];
  const described = problem ? { 'aria-describedby': `${field}-problem` } : {};
  const options = () =>
    Object.entries(choices).map(([value, { label, hint }]) => (
      <label className="choice" key={value}>
        <input type="radio" name={field} value={value} required={required} defaultChecked={given === value} />
        <span className="choice-text">
          <span className="choice-label">{label}</span>
          {hint && <span className="choice-hint">{hint}</span>}
        </span>
      </label>
    ));
  return (
    <fieldset className={`question ${field} ${className}`.trimEnd()} {...described}>
      <legend>{legend}</legend>
      {problem && (
        <p className="problem" id={`${field}-problem`}>
          {problem}
        </p>
      )}
      {given === undefined ? <div className="choices" dangerouslySetInnerHTML={remembered(choices, `${field} ${required}`, options)} /> : <div className="choices">{options()}</div>}
    </fieldset>
  );
}
