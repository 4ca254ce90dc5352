import type { PageContext, PersonalPage } from '../../content/index.ts';
import { language, Ticket } from '../../kit/index.ts';
import { brand } from '../brand.ts';
import { savingOn } from '../v1.ts';
import { CartSummary, euros, Frame, knownOf } from './frame.tsx';
import { styles } from './look.ts';
import { wordings } from './wording.ts';

/** Where the card leads: the voucher, and the cart it is for. */
export const yourVoucher: PersonalPage = {
  title: ({ locale }) => `${wordings[language(locale)].voucher.title} · ${brand.name}`,
  styles,
  body: (context) => <YourVoucher context={context} />,
  asks: [],
  greets: 'first-name',
};

function YourVoucher({ context }: { context: PageContext }) {
  const { headline, lead, name, gives, code, how } = wordings[language(context.locale)].voucher;
  const saving = savingOn(knownOf(context).cartValue ?? 0);
  return (
    <Frame context={context} headline={headline(context.person.firstName)} lead={lead}>
      <Ticket context={context} title={name} gives={gives(euros(saving, context.locale))} code={code} how={how} />
      <CartSummary context={context} saving={saving} />
    </Frame>
  );
}
