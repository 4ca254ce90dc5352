import { watchdog } from '../../cli/simulate/watchdog.ts';
import { simulate } from '../../simulator/index.ts';
import { tea, town } from '../simulator/small-town.ts';

/** A process of its own for the test: its path never gives back the thread. */
const watch = watchdog(1_000);
const endless = tea(async (journey) => {
  const card = await journey.print('card', {});
  let cups = 0;
  while (card.sent) cups += journey.facts.likesTea ? 1 : 2;
  journey.note(`${cups} cups`);
});
await simulate(town({ scenario: endless, progress: () => watch.alive() }));
