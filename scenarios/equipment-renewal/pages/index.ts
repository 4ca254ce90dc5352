/** The personal pages of equipment-renewal by name. Exports only. */
import { seasonPage } from './season-page.tsx';

export const pages = { 'service-visit': seasonPage('service'), 'what-next': seasonPage('replacement') };
