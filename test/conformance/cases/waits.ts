import { all } from '../../../scenarios/vocabulary/index.ts';
import { isSeen, story } from '../case.ts';

const scanned = { after: '4 days', response: 'scan', of: 'card' } as const;

/** One of several, looking back, from a moment that moves. */
export const waits = [
  story('nobody answers', {}, async (journey) => {
    const card = await journey.print('card', {});
    journey.end(isSeen(await journey.waitFor(card.on.scan, { for: '10 days' })));
  }),
  story('an answer ends a wait', { on: [scanned] }, async (journey) => {
    const card = await journey.print('card', {});
    journey.end(isSeen(await journey.waitFor(card.on.scan, { for: '10 days' })));
  }),
  story('the second of several', { on: [{ after: '4 days', response: 'visit', of: 'card' }] }, async (journey) => {
    const card = await journey.print('card', {});
    const answer = await journey.waitFor([card.on.scan, card.on.visit], { for: '10 days' });
    journey.end(answer?.kind ?? 'silent');
  }),
  story('an answer that came before its wait', { on: [scanned] }, async (journey) => {
    const card = await journey.print('card', {});
    await journey.sleep('8 days');
    const scan = await journey.waitFor(card.on.scan, { for: '2 days' });
    journey.note(`scanned ${scan?.at.toISOString()}`);
  }),
  story('an answer is taken once', { on: [scanned] }, async (journey) => {
    const card = await journey.print('card', {});
    await journey.waitFor(card.on.scan, { for: '6 days' });
    journey.end(isSeen(await journey.waitFor(card.on.scan, { for: '3 days' })));
  }),
  story('the same event told twice', { on: [{ ...scanned, id: 'once' }, { ...scanned, after: '7 days', id: 'once' }] }, async (journey) => {
    const card = await journey.print('card', {});
    await journey.waitFor(card.on.scan, { for: '6 days' });
    journey.end(isSeen(await journey.waitFor(card.on.scan, { for: '6 days' })));
  }),
  story('an answer to another touch', { on: [{ ...scanned, of: 'card/2' }] }, async (journey) => {
    const first = await journey.print('card', {});
    const second = await journey.print('card', {});
    const none = await journey.waitFor(first.on.scan, { for: '8 days' });
    journey.end(`${isSeen(none)} and ${isSeen(await journey.waitFor(second.on.scan, { for: '1 day' }))}`);
  }),
  story('a bot does not count', { on: [{ ...scanned, evidence: 'bot' }] }, async (journey) => {
    const card = await journey.print('card', {});
    journey.end(isSeen(await journey.waitFor(card.on.scan, { for: '7 days' })));
  }),
  story('a report about the person, whatever the touch', { on: [{ after: '4 days', response: 'reply', of: 'card', facts: { interest: 'new' } }] }, async (journey) => {
    await journey.print('card', {});
    const reply = await journey.waitFor(journey.on.reply, { for: '9 days' });
    if (reply) await journey.learn(reply.facts, 'page');
    journey.end(journey.facts.interest ?? 'unknown');
  }),
  story('in an audience for a while', {}, async (journey) => {
    const member = await journey.addToAudience('warm');
    await journey.removeFromAudience('warm');
    await journey.sleep('1 day');
    const again = await journey.addToAudience('warm');
    journey.end(`${member.id} and ${again.id}`);
  }),
  story('who says no to social media joins no audience', { reachable: { social: false } }, async (journey) => {
    const member = await journey.addToAudience('warm');
    await journey.removeFromAudience('warm');
    journey.end(member.why);
  }),
  story('a wait from the day in the letter box', {}, async (journey) => {
    const card = await journey.print('card', {});
    await journey.waitFor(card.on.scan, { for: '5 days', from: card.inHome });
  }),
  story('the letter box is later than estimated', { on: [{ after: '7 days', response: 'delivered', of: 'card', evidence: 'scan' }] }, async (journey) => {
    const card = await journey.print('card', {});
    await journey.waitFor(card.on.scan, { for: '6 days', from: card.inHome });
  }),
  story('the carrier expects it later, then delivers it', {
    on: [
      { after: '2 days', response: 'posted', of: 'card', evidence: 'scan', inHome: Date.parse('2026-11-09T09:00:00Z') },
      { after: '8 days', response: 'delivered', of: 'card', evidence: 'scan' },
      { after: '9 days', response: 'posted', of: 'card', evidence: 'scan', inHome: Date.parse('2026-11-20T09:00:00Z') },
    ],
  }, async (journey) => {
    const card = await journey.print('card', {});
    await journey.waitFor(card.on.scan, { for: '6 days', from: card.inHome });
  }),
  story('a piece that was not made ends the waits on it alone', { on: [{ after: '2 days', response: 'failed', of: 'card', reason: 'TextTooLong' }] }, async (journey) => {
    const card = await journey.print('card', {});
    const mail = await journey.email('mail', {});
    const [scan, either] = await Promise.all([
      journey.waitFor(card.on.scan, { for: '20 days' }).then((answer) => {
        journey.note('does not wait for the card any more');
        return answer;
      }),
      journey.waitFor([card.on.scan, mail.on.click], { for: '6 days' }),
    ]);
    const later = await journey.waitFor(card.on.visit, { for: '20 days' });
    const why = await journey.waitFor(card.on.failed, { for: '1 day' });
    journey.end(`${isSeen(scan ?? either ?? later)}, ${why?.reason ?? 'no reason'}`);
  }),
  story('a group gives back what it took when the rest can not come', { on: [{ after: '2 days', response: 'click', of: 'mail' }, { after: '3 days', response: 'failed', of: 'card', reason: 'over-budget' }] }, async (journey) => {
    const card = await journey.print('card', {});
    const mail = await journey.email('mail', {});
    const both = await journey.waitFor(all(card.on.scan, mail.on.click), { for: '20 days' });
    journey.end(both ? 'both' : isSeen(await journey.waitFor(mail.on.click, { for: '1 day' })));
  }),
  story('the letter box was so early that time is up at once', { on: [{ after: '3 days', response: 'delivered', of: 'card', evidence: 'scan' }] }, async (journey) => {
    const card = await journey.print('card', {});
    await journey.waitFor(card.on.scan, { for: '2 hours', from: card.inHome });
    await journey.sleep('3 days');
  }),
  story('a wait from the hand-over', {}, async (journey) => {
    const card = await journey.print('card', {});
    await journey.waitFor(card.on.scan, { for: '5 days', from: card.handedOver });
  }),
  story('nothing was sent that could be answered', { reachable: { email: false } }, async (journey) => {
    const mail = await journey.email('mail', {});
    journey.end(`${mail.why} ${isSeen(await journey.waitFor(mail.on.click, { for: '9 days' }))}`);
  }),
  story('one of two was not sent', { reachable: { email: false }, on: [scanned] }, async (journey) => {
    const mail = await journey.email('mail', {});
    const card = await journey.print('card', {});
    journey.end(isSeen(await journey.waitFor([mail.on.click, card.on.scan], { for: '9 days' })));
  }),
  story('two waits, one after the other', { on: [scanned, { after: '8 days', response: 'click', of: 'mail', link: 'shop' }] }, async (journey) => {
    const card = await journey.print('card', {});
    await journey.waitFor(card.on.scan, { for: '9 days' });
    const mail = await journey.email('mail', {}, { choose: ['warm', 'cool'] });
    const click = await journey.waitFor(mail.on.click, { for: '9 days' });
    journey.end(`${mail.variant} ${click?.link}`);
  }),
  story('a mailbox that is gone closes a medium', { on: [{ after: '3 days', response: 'bounced', of: 'mail', permanent: true, evidence: 'logical' }] }, async (journey) => {
    await journey.email('mail', {});
    await journey.sleep('6 days');
    journey.end(journey.reachable.email ? 'open' : 'closed');
  }),
];
