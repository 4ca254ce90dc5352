/** The personal pages of boiler-renewal by name. Exports only. */
import type { PersonalPage } from '../../content/index.ts';

export declare const pages: { 'boiler-check': PersonalPage };
