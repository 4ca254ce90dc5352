import type { PageContext, PersonalPage } from '../../content/index.ts';
import { language, QuestionForm } from '../../kit/index.ts';
import { brand } from '../brand.ts';
import { CartSummary, Frame, knownOf } from './frame.tsx';
import { styles } from './look.ts';
import { wordings } from './wording.ts';

/** The cart as it was left, and one question: what holds you back? */
export const yourCart: PersonalPage = {
  title: ({ locale }) => `${wordings[language(locale)].cart.title} · ${brand.name}`,
  styles,
  body: (context) => <YourCart context={context} />,
  asks: ['hesitation'],
};

function YourCart({ context }: { context: PageContext }) {
  const { cart, noted, form } = wordings[language(context.locale)];
  const { headline, lead } = context.answered ? noted : cart;
  const { legend, choices, ...words } = form;
  return (
    <Frame context={context} headline={headline(context.person.firstName)} lead={lead}>
      <CartSummary context={context} />
      {!context.answered && knownOf(context).hesitation === undefined && <QuestionForm context={context} {...words} questions={[{ field: 'hesitation', legend, choices }]} />}
    </Frame>
  );
}
