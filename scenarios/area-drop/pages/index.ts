/** The personal pages of area-drop by name; the area's own page is in its drop. Exports only. */
import { firstBasket } from './first-basket.tsx';

export const pages = { 'first-basket': firstBasket };
