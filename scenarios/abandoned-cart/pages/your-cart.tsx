import { asking } from '../../content/ask.ts';
import type { PageContext, PersonalPage } from '../../content/index.ts';
import { language, QuestionForm } from '../../kit/index.ts';
import { brand } from '../brand.ts';
import type { CartFacts } from '../facts.ts';
import { CartSummary, Frame } from './frame.tsx';
import { styles } from './look.ts';
import { wordings } from './wording.ts';

const ask = asking<CartFacts>();

/** The cart as it was left, and one question: what holds you back? */
export const yourCart: PersonalPage = {
  title: ({ locale }) => `${wordings[language(locale)].cart.title} · ${brand.name}`,
  styles,
  body: (context) => <YourCart context={context} />,
  asks: [ask('hesitation', { fr: wordings.fr.form, en: wordings.en.form })],
  greets: 'first-name',
};

function YourCart({ context }: { context: PageContext }) {
  const { cart, noted, form } = wordings[language(context.locale)];
  const { headline, lead } = context.answered ? noted : cart;
  return (
    <Frame context={context} headline={headline(context.person.firstName)} lead={lead}>
      <CartSummary context={context} />
      <QuestionForm context={context} title={form.title} check={form.check} send={form.send} hint={form.hint} />
    </Frame>
  );
}
