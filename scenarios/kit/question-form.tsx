import type { AskedQuestion, PageContext } from '../content/index.ts';

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

function Choices({ context, question: { fact: field, legend, choices }, required }: { context: PageContext; question: AskedQuestion; required: boolean }) {
  const problem = context.problems[field];
  const described = problem ? { 'aria-describedby': `${field}-problem` } : {};
  return (
    <fieldset className={`question ${field}`} {...described}>
      <legend>{legend}</legend>
      {problem && (
        <p className="problem" id={`${field}-problem`}>
          {problem}
        </p>
      )}
      <div className="choices">
        {Object.entries(choices).map(([value, { label, hint }]) => (
          <label className="choice" key={value}>
            <input type="radio" name={field} value={value} required={required} defaultChecked={context.given[field] === value} />
            <span className="choice-text">
              <span className="choice-label">{label}</span>
              {hint && <span className="choice-hint">{hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
