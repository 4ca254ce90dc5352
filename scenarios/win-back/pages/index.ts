/** The personal pages of win-back by name. Exports only. */
import { yourCounter } from './your-counter.tsx';

export const pages = { 'your-counter': yourCounter };
