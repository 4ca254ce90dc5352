import { story } from '../case.ts';

/** What the path lets the policy choose. */
export const choices = [
  story('a choice is a branch', {}, async (journey) => {
    if ((await journey.choose('medium', ['email', 'print'])) === 'email') await journey.email('mail', {});
    else await journey.print('card', {});
  }),
  story('an hour is chosen', { timeZone: 'America/New_York' }, async (journey) => {
    await journey.at(await journey.choose('send-hour', ['09:00', '18:30']));
    await journey.email('mail', {});
  }),
  story('the length of a wait is chosen', { on: [{ after: '12 days', response: 'scan', of: 'card' }] }, async (journey) => {
    const card = await journey.print('card', {});
    const scan = await journey.waitFor(card.on.scan, { for: await journey.choose('patience', ['14 days', '21 days']), from: card.inHome });
    journey.end(scan ? 'scanned' : 'silent');
  }),
  story('the second choice at a point is another', {}, async (journey) => {
    const first = await journey.choose('tone', ['warm', 'factual']);
    await journey.sleep('2 days');
    const second = await journey.choose('tone', ['factual', 'warm']);
    journey.note(`${first}, then ${second}`);
  }),
  story('choices side by side', {}, async (journey) => {
    const [tone, hour] = await Promise.all([journey.choose('tone', ['warm', 'factual']), journey.choose('hour', ['09:00', '18:30']), journey.email('mail', {}, { choose: ['short', 'long'] })]);
    journey.note(`${tone} at ${hour}`);
  }),
  story('a choice in each cycle', {}, async (journey) => {
    const offer = await journey.choose('offer', ['gift', 'discount']);
    await journey.sleep('3 days');
    if (journey.cycle < 3) return journey.again({ round: journey.cycle });
    journey.end(offer);
  }),
  story('variants with offers of their own', {}, async (journey) => {
    const mail = await journey.email('mail', {}, { choose: { plain: {}, bold: { colour: 'red' } } });
    journey.end(mail.variant ?? 'none');
  }),
  story('nothing is chosen for a touch that is not sent', { reachable: { email: false } }, async (journey) => {
    const mail = await journey.email('mail', {}, { choose: ['short', 'long'] });
    journey.end(mail.variant ?? 'none');
  }),
  story('nothing is chosen after the end', { on: [{ after: '3 days', response: 'purchase', order: 'F1', amount: 9, currency: 'EUR' }] }, async (journey) => {
    try {
      await journey.sleep('20 days');
    } finally {
      await journey.choose('tone', ['warm', 'factual']).catch(() => {});
    }
  }),
  story('a choice from nothing fails', {}, async (journey) => {
    await journey.choose('tone', [] as unknown as ['warm']);
  }),
];
