import type { AskedQuestion } from '../../content/index.ts';
import type { PartProps } from './boiler-check.tsx';

/** The form: only what is not known yet. The second question appears once the first is answered, where the browser knows `:has`. */
export function Questions({ context, words }: PartProps) {
  const wrong = Object.keys(context.problems).length > 0;
  return (
    <form className={context.asked.length > 1 ? 'card form stepwise' : 'card form'} method="post" action={context.action}>
      <h2>{context.answered ? words.remaining : words.formTitle}</h2>
      {wrong && (
        <p className="alert" role="alert">
          {words.check}
        </p>
      )}
      <input type="hidden" name="form" value={context.formId} />
      {context.asked.map((question, index) => (
        <Question key={question.fact} question={question} step={index + 1} context={context} required={index === 0} />
      ))}
      <button type="submit">{context.answered ? words.sendRemaining : words.send}</button>
      <p className="hint">{words.required}</p>
    </form>
  );
}

function Question({ context, question: { fact: field, legend, choices }, step, required }: Pick<PartProps, 'context'> & { question: AskedQuestion; step: number; required: boolean }) {
  const problem = context.problems[field];
  const described = problem ? { 'aria-describedby': `${field}-problem` } : {};
  return (
    <fieldset className={`question ${field} step-${step}`} {...described}>
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
