import { rules } from '../../lint/index.js';
import { path, tester } from './path-rules.ts';

const print = "const card = await journey.print('card', {});";
const unsubscribe = "goal: ['purchase'], exit: ['unsubscribe'], within: '60 days'";

tester.run('unhandled-returned-mail', rules['unhandled-returned-mail'], {
  valid: [
    { name: 'an exit', code: path(print) },
    { name: 'an exit under a name', code: `const EXITS = ['unsubscribe', 'returned'] as const;\n${path(print, "goal: ['purchase'], exit: EXITS, within: '1 day'")}` },
    { name: 'a wait', code: path(`${print} if (await journey.waitFor([card.on.scan, card.on.returned], { for: '21 days' })) return;`, unsubscribe) },
    { name: 'a wait for any piece', code: path(`${print} await journey.waitFor(journey.on.returned, { for: '21 days' });`, unsubscribe) },
    { name: 'no print', code: path("await journey.email('letter', {});", unsubscribe) },
    { name: 'exits that are made elsewhere', code: path(print, 'goal: ["purchase"], exit: exitsOf("print"), within: "1 day"') },
  ],
  invalid: [
    { name: 'neither', code: path(print, unsubscribe), errors: [{ messageId: 'unhandled', data: { piece: 'card' } }] },
    { name: 'a piece without a name', code: path("await journey.print('card', {}); await journey.print('card', {});", unsubscribe), errors: [{ messageId: 'unhandled', data: { piece: 'the mailpiece' } }] },
  ],
});
