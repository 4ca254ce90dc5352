/** The personal pages of boiler-renewal by name. Exports only. */
import { boilerCheck } from './boiler-check.tsx';

export const pages = { 'boiler-check': boilerCheck };
