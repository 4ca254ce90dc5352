import type { ReactNode } from 'react';
import type { AskedAppointment, AskedChoice, AskedQuestion, PageContext } from '../content/index.ts';
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
        <Question key={question.fact} context={context} question={question} required={index === 0} />
      ))}
      <button type="submit">{send}</button>
      {hint && <p className="hint">{hint}</p>}
    </form>
  );
}

interface QuestionProps<Asked extends AskedQuestion = AskedQuestion> {
  readonly context: PageContext;
  readonly question: Asked;
  readonly required: boolean;
  /** For the page's own styles. */
  readonly className?: string;
}

/** One question of a form: choices, or times on offer by day. */
export function Question({ question, ...props }: QuestionProps) {
  return 'days' in question ? <Slots question={question} {...props} /> : <Choices question={question} {...props} />;
}

function Choices({ context, question: { fact: field, legend, choices }, required, className = '' }: QuestionProps<AskedChoice>) {
  const given = context.given[field];
  const options = () => Object.entries(choices).map(([value, words]) => <Option key={value} {...{ field, value, required, ...words }} isGiven={given === value} />);
  if (given !== undefined || context.problems[field]) {
    return (
      <Group {...{ context, field, legend, className }}>
        <div className="choices">{options()}</div>
      </Group>
    );
  }
  const parts = () => (
    <>
      <legend>{legend}</legend>
      <div className="choices">{options()}</div>
    </>
  );
  return <fieldset className={`question ${field} ${className}`.trimEnd()} dangerouslySetInnerHTML={remembered(choices, `${field} ${required}`, parts)} />;
}

/** Drawn anew for each reader: what is on offer changes by the day, and by where they live. */
function Slots({ context, question: { fact: field, legend, days }, required, className = '' }: QuestionProps<AskedAppointment>) {
  return (
    <Group {...{ context, field, legend }} className={`appointment ${className}`.trimEnd()}>
      {days.map(({ name, slots }) => (
        <fieldset className="slot-day" key={name}>
          <legend>{name}</legend>
          <div className="slots">
            {slots.map(({ value, ...words }) => (
              <Option key={value} {...{ field, value, required, ...words }} isGiven={context.given[field] === value} />
            ))}
          </div>
        </fieldset>
      ))}
    </Group>
  );
}

function Group({ context, field, legend, className, children }: { context: PageContext; field: string; legend: string; className: string; children: ReactNode }) {
  const problem = context.problems[field];
  const described = problem ? { 'aria-describedby': `${field}-problem` } : {};
  return (
    <fieldset className={`question ${field} ${className}`.trimEnd()} {...described}>
      <legend>{legend}</legend>
      {problem && (
        <p className="problem" id={`${field}-problem`}>
          {problem}
        </p>
      )}
      {children}
    </fieldset>
  );
}

interface OptionProps {
  readonly field: string;
  readonly value: string;
  readonly required: boolean;
  readonly isGiven: boolean;
  readonly label: string;
  readonly hint?: string;
}

function Option({ field, value, required, isGiven, label, hint }: OptionProps) {
  return (
    <label className="choice">
      <input type="radio" name={field} value={value} required={required} defaultChecked={isGiven} />
      <span className="choice-text">
        <span className="choice-label">{label}</span>
        {hint && <span className="choice-hint">{hint}</span>}
      </span>
    </label>
  );
}
