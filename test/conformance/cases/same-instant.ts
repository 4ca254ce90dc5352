import { all } from '../../../scenarios/vocabulary/index.ts';
import { isSeen, story } from '../case.ts';

const scan = { after: '5 days', response: 'scan', of: 'card' } as const;
const bought = { after: '5 days', response: 'purchase', order: 'F1', amount: 9, currency: 'EUR' } as const;
const away = { whileAway: true, daysPerSecond: 2 } as const;

/** Things that happen at one and the same instant: what is reported comes before what is due, and in the order in which it was told. */
export const sameInstant = [
  story('an answer in the last instant', { ...away, on: [scan] }, async (journey) => {
    const card = await journey.print('card', {});
    journey.end(isSeen(await journey.waitFor(card.on.scan, { for: '5 days' })));
  }),
  story('the goal in the last instant', { ...away, on: [bought], within: '5 days' }, async (journey) => {
    await journey.sleep('20 days');
  }),
  story('goal and exit at once', { ...away, on: [bought, { after: '5 days', response: 'unsubscribe', medium: 'all' }] }, async (journey) => {
    await journey.sleep('20 days');
  }),
  story('exit and goal at once', { ...away, on: [{ after: '5 days', response: 'unsubscribe', medium: 'all' }, bought] }, async (journey) => {
    await journey.sleep('20 days');
  }),
  story('two answers at once', { ...away, on: [scan, { ...scan, response: 'visit' }] }, async (journey) => {
    const card = await journey.print('card', {});
    const first = await journey.waitFor([card.on.visit, card.on.scan], { for: '9 days' });
    const second = await journey.waitFor([card.on.visit, card.on.scan], { for: '1 day' });
    journey.end(`${first?.kind} ${second?.kind}`);
  }),
  story('all of two at once, in the last instant', { ...away, on: [scan, { ...scan, response: 'visit' }] }, async (journey) => {
    const card = await journey.print('card', {});
    journey.end(isSeen(await journey.waitFor(all(card.on.visit, card.on.scan), { for: '5 days' })));
  }),
  story('an answer as a sleep beside it ends', { ...away, on: [scan] }, async (journey) => {
    const card = await journey.print('card', {});
    const first = await Promise.race([journey.sleep('5 days').then(() => 'slept' as const), journey.waitFor(card.on.scan, { for: '9 days' }).then(isSeen)]);
    journey.end(first);
  }),
];
