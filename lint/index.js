/**
 * The project's own ESLint plugin: which layer may import what, and what a scenario's path may not do. Plain JavaScript, since ESLint and
 * editors load it as it is. Each rule about paths has a page in docs/rules/. Exports only.
 */
import { imports } from './imports.js';
import { touchWithoutConsentClass } from './touch-without-consent-class.js';
import { unhandledReturnedMail } from './unhandled-returned-mail.js';
import { unpredictablePath } from './unpredictable-path.js';
import { unreachableBranch } from './unreachable-branch.js';
import { waitWithoutEnd } from './wait-without-end.js';

export const rules = {
  imports,
  'wait-without-end': waitWithoutEnd,
  'unpredictable-path': unpredictablePath,
  'touch-without-consent-class': touchWithoutConsentClass,
  'unhandled-returned-mail': unhandledReturnedMail,
  'unreachable-branch': unreachableBranch,
};

export const parcours = { meta: { name: 'parcours' }, rules };
