import { all, sequence } from '../../../scenarios/vocabulary/index.ts';
import { isSeen, story } from '../case.ts';

const scan = { after: '3 days', response: 'scan', of: 'card' } as const;
const reply = { after: '6 days', response: 'reply', of: 'card', facts: { interest: 'new' } } as const;

/** All of several, and one after the other. */
export const groups = [
  story('all of two', { on: [scan, reply] }, async (journey) => {
    const card = await journey.print('card', {});
    const both = await journey.waitFor(all(card.on.scan, card.on.reply), { for: '10 days' });
    journey.end(both ? `${both[0].kind} ${both[1].facts.interest}` : 'silent');
  }),
  story('all of two, the other way round', { on: [{ ...reply, after: '2 days' }, { ...scan, after: '5 days' }] }, async (journey) => {
    const card = await journey.print('card', {});
    const both = await journey.waitFor(all(card.on.scan, card.on.reply), { for: '10 days' });
    journey.end(both ? both.map(({ kind }) => kind).join(' ') : 'silent');
  }),
  story('half of all is given back', { on: [scan] }, async (journey) => {
    const card = await journey.print('card', {});
    const both = await journey.waitFor(all(card.on.scan, card.on.reply), { for: '6 days' });
    journey.end(`${isSeen(both)} then ${isSeen(await journey.waitFor(card.on.scan, { for: '1 day' }))}`);
  }),
  story('all of the same kind twice', { on: [scan, { ...scan, after: '6 days' }] }, async (journey) => {
    const card = await journey.print('card', {});
    journey.end(isSeen(await journey.waitFor(all(card.on.scan, card.on.scan), { for: '10 days' })));
  }),
  story('all that had come before', { on: [scan, reply] }, async (journey) => {
    const card = await journey.print('card', {});
    await journey.sleep('10 days');
    journey.end(isSeen(await journey.waitFor(all(card.on.reply, card.on.scan), { for: '1 day' })));
  }),
  story('all, of which one was not sent', { reachable: { email: false }, on: [scan] }, async (journey) => {
    const [card, mail] = await Promise.all([journey.print('card', {}), journey.email('mail', {})]);
    journey.end(`${isSeen(await journey.waitFor(all(card.on.scan, mail.on.click), { for: '8 days' }))} ${journey.now.toISOString()}`);
  }),
  story('a sequence', { on: [scan, reply] }, async (journey) => {
    const card = await journey.print('card', {});
    journey.end(isSeen(await journey.waitFor(sequence(card.on.scan, card.on.reply), { for: '10 days' })));
  }),
  story('a sequence in the wrong order', { on: [{ ...reply, after: '3 days' }, { ...scan, after: '6 days' }] }, async (journey) => {
    const card = await journey.print('card', {});
    journey.end(isSeen(await journey.waitFor(sequence(card.on.scan, card.on.reply), { for: '9 days' })));
  }),
  story('a sequence that had come before, out of order but once', { on: [{ ...reply, after: '2 days' }, { ...scan, after: '4 days' }, { ...reply, after: '6 days' }] }, async (journey) => {
    const card = await journey.print('card', {});
    await journey.sleep('9 days');
    const found = await journey.waitFor(sequence(card.on.scan, card.on.reply), { for: '1 day' });
    journey.end(`${isSeen(found)}, and ${isSeen(await journey.waitFor(card.on.reply, { for: '1 day' }))}`);
  }),
];
