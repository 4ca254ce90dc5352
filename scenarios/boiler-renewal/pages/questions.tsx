import type { PartProps } from './boiler-check.tsx';

type Field = 'interest' | 'horizon';

/** The form: only what is not known yet. The second question appears once the first is answered, where the browser knows `:has`. */
export function Questions({ context, words, open }: PartProps & { open: readonly Field[] }) {
  const wrong = Object.keys(context.problems).length > 0;
  return (
    <form className={open.length > 1 ? 'card form stepwise' : 'card form'} method="post" action={context.action}>
      <h2>{context.answered ? words.remaining : words.formTitle}</h2>
      {wrong && (
        <p className="alert" role="alert">
          {words.check}
        </p>
      )}
      <input type="hidden" name="form" value={context.formId} />
      {open.map((field, index) => (
        <Question key={field} field={field} step={index + 1} context={context} words={words} required={field === open[0]} />
      ))}
      <button type="submit">{context.answered ? words.sendRemaining : words.send}</button>
      <p className="hint">{words.required}</p>
    </form>
  );
}

function Question({ context, words, field, step, required }: Omit<PartProps, 'known'> & { field: Field; step: number; required: boolean }) {
  const { legend, choices } = words[field];
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
        {Object.entries<{ label: string; hint?: string }>(choices).map(([value, { label, hint }]) => (
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
