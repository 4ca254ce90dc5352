import { describe, expect, test } from '@jest/globals';
import { scenario, type Journey, type ScenarioOptions } from '../../scenarios/vocabulary/index.ts';
import { play, whatIf, wouldAccept, type Happening, type Led } from '../../simulator/index.ts';
import { LiveJourney, timeline } from '../../engine/index.ts';
import { settled, VirtualTime } from '../../simulator/virtual-time.ts';

type Facts = { age: number };
type Post = {
  card: { medium: 'print'; props: object };
  mail: { medium: 'email'; props: object };
  more: { medium: 'email'; props: object };
  follow: { medium: 'social'; props: object };
};
type Path = (journey: Journey<Facts, Post>) => Promise<void>;

const facts = { age: 7 };
const DAY = 86_400_000;
const START = new Date('2026-11-02T09:00:00Z');

const version = (version: number, path: Path, frame: Partial<ScenarioOptions> = {}) =>
  scenario<Facts, Post>({ name: 'tried', version, goal: ['purchase'], exit: ['unsubscribe'], within: '90 days', ...frame }, path);

/** A card, ten days for its scan, a mail, six days for its click, an invitation, ten days of hope. */
const v1 = version(1, async (journey) => {
  const card = await journey.print('card', {});
  if (!(await journey.waitFor(card.on.scan, { for: '10 days' }))) return journey.end('silent');
  const mail = await journey.email('mail', {});
  if (await journey.waitFor(mail.on.click, { for: '6 days' })) await journey.inviteToFollow('follow', {});
  await journey.sleep('10 days');
  return journey.end('hoped');
});
const longerHope = version(2, async (journey) => {
  const card = await journey.print('card', {});
  if (!(await journey.waitFor(card.on.scan, { for: '10 days' }))) return journey.end('silent');
  const mail = await journey.email('mail', {});
  if (await journey.waitFor(mail.on.click, { for: '6 days' })) await journey.inviteToFollow('follow', {});
  await journey.sleep('20 days');
  await journey.email('more', {});
  return journey.end('hoped longer');
});

const scan: Happening<Facts> = { after: '4 days', response: 'scan', of: 'card' };
const click: Happening<Facts> = { after: '7 days', response: 'click', of: 'mail', link: 'shop' };

/** What a journey has lived through after some days. */
async function ledFor(days: number, on: readonly Happening<Facts>[] = [], leading = v1): Promise<Led> {
  const time = new VirtualTime(START.getTime());
  const live = new LiveJourney(
    leading,
    { facts, reachable: { print: true, email: true, social: true } },
    {
      now: () => time.now(),
      alarm: (at, ring) => time.schedule(at, ring),
      touch: async (order) => ({ sent: true, why: 'sent', at: order.at }),
      choose: async ({ options, at }) => ({ arm: options.at(-1)!, at, policy: 'tried', chance: 1 / options.length }),
      recall: async () => 'too-late',
      finish: async () => {},
      settled,
    },
  );
  for (const [index, happening] of on.entries()) {
    if (!('response' in happening)) continue;
    const { after, response, of, ...data } = happening;
    const at = START.getTime() + Number.parseFloat(after) * DAY;
    time.schedule(at, () => live.receive({ eventId: `told-${index}`, kind: response, at, evidence: 'human', ...(of ? { touch: `${of}/1` } : {}), data }));
  }
  let isPresent = false;
  time.schedule(START.getTime() + days * DAY, () => (isPresent = true));
  live.run().catch(() => {});
  await time.run(() => isPresent);
  return { facts, reachable: { print: true, email: true, social: true }, began: live.began, past: { present: START.getTime() + days * DAY, journal: [...live.journal] } };
}

describe('catching up', () => {
  test.each([0.5, 2, 5, 6.5, 8, 9, 12, 16])('after %p days, the same version goes on as if nothing had been', async (days) => {
    const all = await play(v1, { facts, on: [scan, click] });
    const led = await ledFor(days, [scan, click]);
    const ahead = [scan, click].filter(({ after }) => Number.parseFloat(after) > days);
    const rest = await whatIf(v1, led, {
      on: ahead.map((happening) => ({ ...happening, after: `${Number.parseFloat(happening.after) - days} days` as const })) as Happening<object>[],
    });
    const story = (lines: readonly string[]) => lines.map((line) => line.replace(/happening-\d|told-\d/g, 'event'));
    expect(story(rest.timeline)).toEqual(story(all.timeline));
  });

  test('another version goes on from where the journey stands', async () => {
    const led = await ledFor(9, [scan, click]);
    const { timeline, outcome } = await whatIf(longerHope, { ...led, past: { ...led.past, from: 'tried.v1' } });
    expect(outcome).toBe('hoped longer');
    expect(timeline).toMatchInlineSnapshot(`
     [
       "day 0.0  print card/1 sent",
       "day 0.0  wait 1 for card/1 scan until day 10.0",
       "day 4.0  scan of card/1 [human]",
       "day 4.0  wait 1 over: scan of card/1",
       "day 4.0  email mail/1 sent",
       "day 4.0  wait 2 for mail/1 click until day 10.0",
       "day 7.0  click of mail/1 [human]",
       "day 7.0  wait 2 over: click of mail/1",
       "day 7.0  invitation follow/1 sent",
       "day 7.0  sleep until day 27.0",
       "day 9.0  moved from tried.v1 to tried.v2",
       "day 27.0  email more/1 sent",
       "day 27.0  ended: hoped longer (path)",
     ]
    `);
  });

  test('a touch that was made is returned, not made again', async () => {
    const led = await ledFor(9, [scan, click]);
    const { touches } = await whatIf(longerHope, led);
    expect(touches.map(({ touch }) => touch)).toEqual(['more/1']);
  });

  test('what is new in a version is done now, by whoever is not past it', async () => {
    const withReminder = version(2, async (journey) => {
      const card = await journey.print('card', {});
      if (!(await journey.waitFor(card.on.scan, { for: '3 days' }))) await journey.email('more', {});
      if (!(await journey.waitFor(card.on.scan, { for: '7 days' }))) return journey.end('silent');
      await journey.email('mail', {});
    });
    const waiting = await wouldAccept(withReminder, await ledFor(6));
    expect(waiting).toMatchObject({ accepted: true, wouldSend: [{ touch: 'more/1' }], leftOver: [] });
    const early = await wouldAccept(withReminder, await ledFor(2));
    expect(early).toMatchObject({ accepted: true, wouldSend: [] });
    const past = await wouldAccept(withReminder, await ledFor(6, [scan]));
    expect(past.accepted).toBe(false);
    expect(past.why).toBe('it would have sent more/1 on 2026-11-05, and had not asked for mail/1 by then, which was made on 2026-11-06');
  });

  test('the same thing under another name is never sent twice', async () => {
    const renamed = version(2, async (journey) => {
      const card = await journey.print('card', {});
      if (!(await journey.waitFor(card.on.scan, { for: '10 days' }))) return journey.end('silent');
      await journey.email('more', {});
    });
    const { accepted, why } = await wouldAccept(renamed, await ledFor(8, [scan]));
    expect({ accepted, why }).toEqual({ accepted: false, why: 'it would have sent more/1 on 2026-11-06, and had not asked for mail/1 by then, which was made on 2026-11-06' });
  });

  test('what a version no longer sends stays with whoever has it', async () => {
    const withoutInvitation = version(2, async (journey) => {
      const card = await journey.print('card', {});
      if (!(await journey.waitFor(card.on.scan, { for: '10 days' }))) return journey.end('silent');
      const mail = await journey.email('mail', {});
      await journey.waitFor(mail.on.click, { for: '6 days' });
      await journey.sleep('10 days');
    });
    expect(await wouldAccept(withoutInvitation, await ledFor(9, [scan, click]))).toMatchObject({ accepted: true, wouldSend: [], leftOver: ['follow/1'] });
  });

  test('a window that is new holds nothing back that was made', async () => {
    const withWindow = version(2, v1.path, { windows: { email: { from: '03:00', to: '03:30' } } });
    expect(await wouldAccept(withWindow, await ledFor(6, [scan]))).toMatchObject({ accepted: true, wouldSend: [], leftOver: [] });
  });

  test('a shorter wait that would have run out ends the journey', async () => {
    const impatient = version(2, async (journey) => {
      const card = await journey.print('card', {});
      if (!(await journey.waitFor(card.on.scan, { for: '2 days' }))) return journey.end('silent');
    });
    expect(await wouldAccept(impatient, await ledFor(6))).toMatchObject({ accepted: true, outcome: 'silent' });
  });

  test('a version that fails on the past is refused by its error', async () => {
    const failing = version(2, async (journey) => {
      await journey.print('card', {});
      throw new Error('no such thing');
    });
    expect(await wouldAccept(failing, await ledFor(6))).toMatchObject({ accepted: false, why: 'it fails: no such thing' });
  });

  test('a pause by an operator lasts', async () => {
    const led = await ledFor(3);
    const paused: Led = { ...led, past: { ...led.past, journal: [...led.past.journal, { type: 'paused', at: led.past.present }] } };
    const { timeline: lines } = await whatIf(v1, paused, {
      on: [
        { after: '1 day', response: 'scan', of: 'card' },
        { after: '5 days', operator: 'resume' },
      ],
    });
    expect(lines.find((line) => line.includes('email mail/1'))).toBe('day 8.0  email mail/1 sent');
  });

  test('the timeline of a fork says what is ahead', async () => {
    const { ahead } = await whatIf(v1, await ledFor(9, [scan]), { on: [{ after: '1 day', response: 'purchase', order: 'F1', amount: 90, currency: 'EUR' }] });
    expect(ahead).toEqual(['day 10.0  purchase [human]', 'day 10.0  ended: converted (goal: purchase)']);
    expect(timeline([])).toEqual([]);
  });
});
