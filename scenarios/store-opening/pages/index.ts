/** The personal pages of store-opening by name. Exports only. */
import { invitation } from './invitation.tsx';

export const pages = { invitation };
