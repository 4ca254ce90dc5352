import { rules } from '../../lint/index.js';
import { path, tester } from './path-rules.ts';

const noEnd = { messageId: 'noEnd' };

tester.run('wait-without-end', rules['wait-without-end'], {
  valid: [
    { name: 'a wait with its end', code: path("const card = await journey.print('card', {}); await journey.waitFor(card.on.scan, { for: '21 days', from: card.inHome });") },
    { name: 'options that are put together elsewhere', code: path('await journey.waitFor(journey.on.reply, options); await journey.waitFor(journey.on.reply, { ...options });') },
    { name: 'a sleep', code: path("await journey.sleep('3 days');") },
    { name: 'an endless loop that waits each round', code: path("while (true) { await journey.email('letter', {}); await journey.sleep('30 days'); }") },
    { name: 'one that waits in a function of its own', code: `${path('for (;;) { if (await round(journey)) return; }')}\nasync function round(journey) { return journey.waitFor(journey.on.reply, { for: '1 day' }); }` },
    { name: 'waits side by side', code: path("while (true) { await Promise.all(['a', 'b'].map((name) => journey.waitFor(journey.on.reply, { for: '1 day' }))); }") },
    { name: 'a loop that asks again until there is an answer', code: path("let answer; while (!answer) { answer = await journey.waitFor(journey.on.reply, { for: '7 days' }); }") },
    { name: 'a counted loop of touches', code: path("for (let i = 0; i < 2; i++) await journey.email('letter', {});") },
    { name: 'methods of that name of something else', code: path('await printer.waitFor(ready); await train.sleep();') },
  ],
  invalid: [
    { name: 'no options', code: path('await journey.waitFor(journey.on.reply);'), errors: [noEnd] },
    { name: 'options without for', code: path('await journey.waitFor(journey.on.reply, { from: card.inHome });'), errors: [noEnd] },
    { name: 'undefined for', code: path('await journey.waitFor(journey.on.reply, { for: undefined });'), errors: [noEnd] },
    { name: 'a sleep of nothing', code: path('await journey.sleep();'), errors: [{ messageId: 'noLength', data: { got: 'nothing' } }] },
    { name: 'a sleep of no days', code: path("await journey.sleep('0 days');"), errors: [{ messageId: 'noLength', data: { got: "'0 days'" } }] },
    { name: 'an endless loop without a wait', code: path('while (true) { journey.note("round"); if (journey.facts.age > 3) break; }'), errors: [{ messageId: 'loopWithoutWait' }] },
    { name: 'one that only sends', code: path("for (;;) { await journey.email('letter', {}); }"), errors: [{ messageId: 'loopWithoutWait' }] },
    { name: 'one whose function does not wait', code: `${path('do { await round(journey); } while (1);')}\nasync function round(journey) { await journey.email('letter', {}); }`, errors: [{ messageId: 'loopWithoutWait' }] },
    { name: 'sending until it is sent', code: path("let sent = false; while (!sent) { const letter = await journey.email('letter', {}); sent = letter.sent; }"), errors: [{ messageId: 'burst' }] },
    { name: 'a condition that nothing changes', code: path("const answer = undefined; while (!answer) { await journey.waitFor(journey.on.reply, { for: '7 days' }); }"), errors: [{ messageId: 'conditionStands', data: { name: 'answer' } }] },
  ],
});
