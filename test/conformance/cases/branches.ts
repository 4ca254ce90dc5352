import type { Journey } from '../../../scenarios/vocabulary/index.ts';
import { isSeen, story, type Facts, type Post, type State } from '../case.ts';

const scan = { after: '3 days', response: 'scan', of: 'card' } as const;

/** Branches side by side, sub-paths, cycles. */
export const branches = [
  story('two waits side by side', { on: [scan, { after: '6 days', response: 'click', of: 'mail', link: 'shop' }] }, async (journey) => {
    const [card, mail] = await Promise.all([journey.print('card', {}), journey.email('mail', {})]);
    const both = await Promise.all([journey.waitFor(card.on.scan, { for: '9 days' }), journey.waitFor(mail.on.click, { for: '9 days' })]);
    journey.end(both.map(isSeen).join(' '));
  }),
  story('the first of two branches', { on: [scan] }, async (journey) => {
    const card = await journey.print('card', {});
    const first = await Promise.race([journey.waitFor(card.on.scan, { for: '9 days' }), journey.sleep('6 days').then(() => 'slept' as const)]);
    journey.end(first === 'slept' ? 'slept' : isSeen(first));
  }),
  story('the other of two branches', {}, async (journey) => {
    const card = await journey.print('card', {});
    const first = await Promise.race([journey.waitFor(card.on.scan, { for: '9 days' }), journey.sleep('6 days').then(() => 'slept' as const)]);
    journey.end(first === 'slept' ? 'slept' : isSeen(first));
  }),
  story('two sleeps that end at one instant', {}, async (journey) => {
    const nap = async (name: string) => {
      await journey.sleep('4 days');
      journey.note(name);
    };
    await Promise.all([nap('first'), nap('second')]);
  }),
  story('who waits longest gets it', { on: [scan] }, async (journey) => {
    const card = await journey.print('card', {});
    const answers = await Promise.all([journey.waitFor(card.on.scan, { for: '7 days' }), journey.waitFor(card.on.scan, { for: '7 days' })]);
    journey.end(answers.map(isSeen).join(' '));
  }),
  story('a sub-path', { on: [scan] }, async (journey) => {
    await reminded(journey, 2);
  }),
  story('a sub-path that nobody answers', {}, async (journey) => {
    await reminded(journey, 3);
  }),
  story('a branch left behind tidies up', { on: [{ after: '3 days', response: 'visit', of: 'card' }] }, async (journey) => {
    const card = await journey.print('card', {});
    const tidy = async () => {
      try {
        await journey.sleep('30 days');
      } finally {
        journey.note('tidied');
      }
    };
    await Promise.race([tidy(), journey.waitFor(card.on.visit, { for: '9 days' })]);
  }),
  story('three cycles', {}, async (journey) => {
    await journey.print('card', {});
    await journey.sleep('10 days');
    if (journey.cycle === 3) return journey.end(`round ${journey.state?.round}`);
    return journey.again({ round: (journey.state?.round ?? 0) + 1 });
  }),
  story('an answer waits for the next cycle', { on: [{ after: '3 days', response: 'scan', of: 'card', id: 'early' }, { after: '9 days', response: 'scan', of: 'card', id: 'early' }] }, async (journey) => {
    if (journey.cycle === 1) {
      await journey.print('card', {});
      await journey.sleep('6 days');
      return journey.again({ round: 1 });
    }
    const scan = await journey.waitFor({ kind: 'scan', touch: 'card/1' }, { for: '2 days' });
    journey.end(`${isSeen(scan)} then ${isSeen(await journey.waitFor({ kind: 'scan', touch: 'card/1' }, { for: '5 days' }))}`);
  }),
  story('what was learned is known in the next cycle', { on: [{ after: '3 days', response: 'reply', facts: { interest: 'new' } }] }, async (journey) => {
    if (journey.cycle === 2) return journey.end(journey.facts.interest ?? 'unknown');
    const reply = await journey.waitFor(journey.on.reply, { for: '6 days' });
    if (reply) await journey.learn(reply.facts);
    return journey.again({ round: 1 });
  }),
  story('the limit is each cycle’s own', { within: '8 days' }, async (journey) => {
    await journey.sleep('7 days');
    if (journey.cycle < 3) return journey.again({ round: journey.cycle });
    await journey.sleep('2 days');
  }),
  story('the goal in a later cycle', { on: [{ after: '9 days', response: 'purchase', order: 'F1', amount: 9, currency: 'EUR' }] }, async (journey) => {
    await journey.sleep('6 days');
    journey.again({ round: journey.cycle });
  }),
  story('a long path', { on: [scan, { after: '20 days', response: 'scan', of: 'card' }] }, async (journey) => {
    const card = await journey.print('card', {});
    for (let day = 1; day <= 12; day += 1) {
      await journey.email('mail', {});
      if (await journey.waitFor(card.on.scan, { for: '2 days' })) journey.note(`scanned in round ${day}`);
    }
    journey.end('enough');
  }),
  story('a path that never waits is stopped', {}, async (journey) => {
    for (;;) journey.note('on and on');
  }),
  story('a flood of touches is stopped', {}, async (journey) => {
    for (;;) await journey.email('mail', {});
  }),
  story('a path that goes on after its end is stopped', { on: [{ after: '3 days', response: 'purchase', order: 'F1', amount: 9, currency: 'EUR' }] }, async (journey) => {
    for (;;) await journey.sleep('1 day').catch(() => {});
  }),
];

/** At most so many mails, until one is answered. */
async function reminded(journey: Journey<Facts, Post, State>, times: number): Promise<void> {
  for (let time = 1; time <= times; time += 1) {
    await journey.email('mail', {});
    if (await journey.waitFor({ kind: 'scan' }, { for: '5 days' })) return journey.end(`after ${time}`);
  }
}
