/** The messages of area-drop by name. Exports only. */
import type { MessagesOf } from '../../content/message.ts';
import { firstBasket } from './first-basket.tsx';
import { tasteCard } from './taste-card.ts';
import { welcome } from './welcome.tsx';

export const messages = { welcome, 'taste-card': tasteCard, 'first-basket': firstBasket };
export type AreaMessages = MessagesOf<typeof messages>;
