/** The messages of abandoned-cart by name. Exports only. */
import type { MessagesOf } from '../../content/message.ts';
import { cartKept } from './cart-kept.tsx';
import { helpingHand } from './helping-hand.tsx';
import { voucherCard } from './voucher-card.ts';
import { voucherReminder } from './voucher-reminder.tsx';

export const messages = {
  'cart-kept': cartKept,
  'helping-hand': helpingHand,
  'voucher-card': voucherCard,
  'voucher-reminder': voucherReminder,
};
export type CartMessages = MessagesOf<typeof messages>;
