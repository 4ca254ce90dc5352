import type { AskedQuestion } from '../../content/index.ts';
import { Question } from '../../kit/index.ts';
import type { PartProps } from './boiler-check.tsx';

/** The form: only what is not known yet. The second question appears once the first is answered, where the browser knows `:has`. */
export function Questions({ context, words, asked }: PartProps & { readonly asked: readonly AskedQuestion[] }) {
  const wrong = asked.some(({ fact }) => context.problems[fact]);
  return (
    <form className={asked.length > 1 ? 'card form stepwise' : 'card form'} method="post" action={context.action}>
      <h2>{context.answered ? words.remaining : words.formTitle}</h2>
      {wrong && (
        <p className="alert" role="alert">
          {words.check}
        </p>
      )}
      <input type="hidden" name="form" value={context.formId} />
      {asked.map((question, index) => (
        <Question key={question.fact} className={`step-${index + 1}`} context={context} question={question} required={index === 0} />
      ))}
      <button type="submit">{context.answered ? words.sendRemaining : words.send}</button>
      <p className="hint">{words.required}</p>
    </form>
  );
}
