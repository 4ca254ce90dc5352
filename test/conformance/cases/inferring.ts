import { story } from '../case.ts';

const atSix = { bestHour: { value: '18:00', source: 'inferred:hours' } } as const;
const scanned = { after: '5 days', response: 'scan', of: 'card', inferred: atSix } as const;

/** What is inferred about the person comes with the report that showed it, and is known on the next line. */
export const inferring = [
  story('an inferred hour is used on the next line', { on: [scanned] }, async (journey) => {
    const card = await journey.print('card', {});
    await journey.waitFor(card.on.scan, { for: '10 days' });
    await journey.at(journey.facts.bestHour ?? '10:00');
    journey.note(`${journey.facts.bestHour} is ${journey.now.toISOString()}`);
  }),
  story('what is inferred while nobody waits is known all the same', { on: [scanned] }, async (journey) => {
    await journey.print('card', {});
    await journey.sleep('9 days');
    journey.end(journey.facts.bestHour ?? 'unknown');
  }),
  story('what the path has learned stands against what is inferred', { on: [{ ...scanned, inferred: { interest: { value: 'old', source: 'inferred:clicks' } } }] }, async (journey) => {
    await journey.learn({ interest: 'new' }, 'page');
    await journey.print('card', {});
    await journey.sleep('9 days');
    journey.end(journey.facts.interest ?? 'unknown');
  }),
  story('inferred anew with the same value is no news, with another it is', { on: [scanned, { ...scanned, after: '6 days' }, { ...scanned, after: '7 days', inferred: { bestHour: { value: '07:00', source: 'inferred:hours' } } }] }, async (journey) => {
    await journey.print('card', {});
    await journey.sleep('9 days');
    journey.end(journey.facts.bestHour ?? 'unknown');
  }),
  story('a bot teaches nothing', { on: [{ ...scanned, evidence: 'bot' }] }, async (journey) => {
    await journey.print('card', {});
    await journey.sleep('9 days');
    journey.end(journey.facts.bestHour ?? 'unknown');
  }),
  story('what was inferred goes along into the next cycle', { on: [scanned] }, async (journey) => {
    if (journey.cycle === 2) return journey.end(journey.facts.bestHour ?? 'unknown');
    await journey.print('card', {});
    await journey.sleep('9 days');
    return journey.again({ round: 2 });
  }),
];
