import { isSeen, story } from '../case.ts';

/** What operators do. They act at the time it is out there, so that minutes differ between runtimes. */
export const operators = [
  story('paused: nothing goes out until resumed', { on: [{ after: '2 days', operator: 'pause' }, { after: '8 days', operator: 'resume' }] }, async (journey) => {
    await journey.sleep('4 days');
    await journey.email('mail', {});
    journey.end('sent');
  }),
  story('paused: waits and goals go on', { on: [{ after: '2 days', operator: 'pause' }, { after: '5 days', response: 'purchase', order: 'F1', amount: 9, currency: 'EUR' }] }, async (journey) => {
    await journey.sleep('4 days');
    await journey.email('mail', {});
  }),
  story('skipped: the wait is over', { on: [{ after: '3 days', operator: 'skip' }] }, async (journey) => {
    const card = await journey.print('card', {});
    journey.end(isSeen(await journey.waitFor(card.on.scan, { for: '20 days' })));
  }),
  story('skipped: the sleep is over', { on: [{ after: '3 days', operator: 'skip' }] }, async (journey) => {
    await journey.sleep('20 days');
    journey.end('awake');
  }),
  story('ended by an operator', { on: [{ after: '3 days', operator: 'end' }] }, async (journey) => {
    const card = await journey.print('card', {});
    try {
      await journey.sleep('20 days');
    } finally {
      journey.note(await card.recall());
    }
  }),
];
