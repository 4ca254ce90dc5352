import { isSeen, story } from '../case.ts';

const bought = { after: '4 days', response: 'purchase', order: 'F1', amount: 120, currency: 'EUR' } as const;

/** Goals, exits, limits; what `finally` may still do. */
export const ends = [
  story('the goal in the middle of a wait', { on: [bought] }, async (journey) => {
    const card = await journey.print('card', {});
    await journey.waitFor(card.on.scan, { for: '20 days' });
  }),
  story('the goal in the middle of a sleep', { on: [bought] }, async (journey) => {
    await journey.sleep('20 days');
  }),
  story('an exit', { on: [{ after: '4 days', response: 'unsubscribe', medium: 'all' }] }, async (journey) => {
    const card = await journey.print('card', {});
    await journey.waitFor(card.on.scan, { for: '20 days' });
  }),
  story('what comes after the end changes nothing', { on: [bought, { after: '16 days', response: 'unsubscribe', medium: 'email' }] }, async (journey) => {
    try {
      await journey.sleep('20 days');
    } finally {
      await journey.print('card', {}).catch(() => {});
    }
  }),
  story('the limit ends a wait', { within: '9 days' }, async (journey) => {
    const card = await journey.print('card', {});
    await journey.waitFor(card.on.scan, { for: '20 days' });
  }),
  story('the limit ends a sleep', { within: '9 days' }, async (journey) => {
    await journey.sleep('5 days');
    await journey.sleep('5 days');
  }),
  story('the path ends it', {}, async (journey) => {
    await journey.sleep('1 day');
    journey.end('enough');
  }),
  story('the path runs out', {}, async (journey) => {
    await journey.sleep('1 day');
  }),
  story('a piece in the queue is taken back', { on: [{ ...bought, after: '6 hours' }], daysPerSecond: 0.1 }, async (journey) => {
    const card = await journey.print('card', {});
    try {
      await journey.waitFor(card.on.scan, { for: '20 days' });
    } finally {
      journey.note(await card.recall());
    }
  }),
  story('a printed piece is not taken back', { on: [bought] }, async (journey) => {
    const card = await journey.print('card', {});
    try {
      await journey.waitFor(card.on.scan, { for: '20 days' });
    } finally {
      journey.note(await card.recall());
    }
  }),
  story('a finally can make no touch', { on: [bought] }, async (journey) => {
    try {
      await journey.sleep('20 days');
    } finally {
      await journey.email('mail', {});
    }
  }),
  story('a finally in a finally', { on: [bought] }, async (journey) => {
    const card = await journey.print('card', {});
    try {
      await journey.sleep('20 days');
    } finally {
      try {
        await journey.sleep('1 day');
      } finally {
        journey.note(`and ${await card.recall()}`);
      }
    }
  }),
  story('a path that won’t hear meets its end again', { on: [bought] }, async (journey) => {
    await journey.sleep('20 days').catch(() => {});
    await journey.sleep('20 days');
  }),
  story('a consent opens a medium for a path under way', { reachable: { email: false, social: false }, on: [{ after: '3 days', response: 'consent', medium: 'email' }, { after: '5 days', response: 'unsubscribe', medium: 'email', id: 'no' }], exit: [] }, async (journey) => {
    const seen = [journey.reachable.email];
    const consent = await journey.waitFor(journey.on.consent, { for: '9 days' });
    seen.push(journey.reachable.email, journey.reachable.social);
    await journey.waitFor(journey.on.unsubscribe, { for: '9 days' });
    seen.push(journey.reachable.email);
    journey.end(`${consent?.medium ?? 'none'} ${seen.join(' ')}`);
  }),
  story('the reason of a touch that was not made', { caps: { email: { most: 1, per: '10 days' } }, reachable: { social: false } }, async (journey) => {
    const first = await journey.email('mail', {});
    const second = await journey.email('second', {});
    const follow = await journey.inviteToFollow('follow', {});
    await journey.sleep('11 days');
    const third = await journey.email('mail', {});
    journey.end([first, second, follow, third].map(({ why }) => why).join(' '));
  }),
  story('what the activity says counts', { receipts: { mail: { sent: false, why: 'suppressed:bounced' } } }, async (journey) => {
    const mail = await journey.email('mail', {});
    journey.end(`${mail.why} ${isSeen(await journey.waitFor(mail.on.click, { for: '5 days' }))}`);
  }),
];
