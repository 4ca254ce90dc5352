import { describe, expect, test } from '@jest/globals';
import { explanation, LiveJourney, timeline, type ChoiceOrder, type JournalEntry } from '../../engine/index.ts';
import { scenario, type Journey } from '../../scenarios/vocabulary/index.ts';
import { play, VirtualTime, whatIf, wouldAccept, type Led } from '../../simulator/index.ts';

type Facts = { age: number };
type Post = { card: { medium: 'print'; props: { offer: string } }; mail: { medium: 'email'; props: object } };
const START = Date.parse('2026-11-02T09:00:00Z');
const facts: Facts = { age: 7 };

const version = (number: number, path: (journey: Journey<Facts, Post>) => Promise<void>) =>
  scenario<Facts, Post>({ name: 'choosing', version: number, goal: ['purchase'], exit: [], within: '60 days' }, path);

const v1 = version(1, async (journey) => {
  const medium = await journey.choose('medium', ['email', 'print']);
  await journey.sleep('2 days');
  if (medium === 'print') await journey.print('card', { offer: 'gift' });
  else await journey.email('mail', {});
  await journey.sleep('10 days');
});

/** A journey that a policy let go by print, some days on; every order that reached the world is kept. */
async function ledFor(days: number, leading = v1): Promise<Led & { orders: ChoiceOrder[] }> {
  const time = new VirtualTime(START);
  const orders: ChoiceOrder[] = [];
  const live = new LiveJourney(leading, { facts, reachable: { print: true, email: true, social: true } }, {
    now: () => time.now(),
    alarm: (at, ring) => time.schedule(at, ring),
    touch: async ({ at }) => ({ sent: true, why: 'sent', at }),
    choose: async (order) => {
      orders.push(order);
      return { arm: 'print', at: order.at, policy: '3f8a91c2d0e4b657', chance: 0.25, facts: { age: 7 } };
    },
    recall: async () => 'too-late',
    finish: async () => {},
    settled: () => new Promise((resolve) => setImmediate(resolve)),
  });
  void live.run();
  time.schedule(START + days * 86_400_000, () => {});
  await time.run(() => time.now() >= START + days * 86_400_000);
  return { facts, reachable: { print: true, email: true, social: true }, began: live.began, past: live.past, orders };
}

describe('a choice', () => {
  test('is in the journal, the timeline and the explanation, with policy, chance and facts', async () => {
    const { past, orders } = await ledFor(1);
    expect(orders).toEqual([{ choice: 'medium/1', point: 'medium', options: ['email', 'print'], at: START, facts }]);
    expect(timeline(past.journal)[0]).toBe('day 0.0  choice medium/1: print (chance 25 %, policy 3f8a91c2, by age = 7)');
    expect(explanation(past.journal).choices).toEqual([{ choice: 'medium/1', at: START, arm: 'print', options: ['email', 'print'], policy: '3f8a91c2d0e4b657', chance: 0.25, facts: { age: 7 } }]);
  });

  test('is not made again by what runs over it: a later run, another version, a what-if', async () => {
    const led = await ledFor(1);
    // Whoever plays on would choose the first option, email; what was chosen stays.
    const { timeline: told } = await whatIf(v1, led);
    expect(told.filter((line) => line.includes('choice'))).toHaveLength(1);
    expect(told.some((line) => line.includes('print card/1 sent'))).toBe(true);
    const v2 = version(2, async (journey) => {
      if ((await journey.choose('medium', ['print', 'email', 'call'])) === 'print') await journey.print('card', { offer: 'gift' });
      else await journey.email('mail', {});
    });
    expect(await wouldAccept(v2, led)).toMatchObject({ accepted: true, wouldSend: [{ touch: 'card/1' }] });
  });

  test('that is no option any more keeps a version from taking over, and so does one that it would have made before a touch', async () => {
    const withoutPrint = version(3, async (journey) => {
      await journey.choose('medium', ['email', 'call']);
    });
    expect(await wouldAccept(withoutPrint, await ledFor(1))).toMatchObject({ accepted: false, why: "it has no 'print', which was chosen for medium/1" });
    const earlier = version(4, async (journey) => {
      await journey.choose('tone', ['warm', 'factual']);
      await journey.print('card', { offer: 'gift' });
    });
    expect(await wouldAccept(earlier, await ledFor(5))).toMatchObject({ accepted: false, why: expect.stringContaining('it would have chosen tone/1 on 2026-11-02, and had not asked for card/1 by then') });
  });

  test('that was never made is asked of the present', async () => {
    const longer = version(5, async (journey) => {
      await journey.choose('medium', ['email', 'print']);
      await journey.sleep('4 days');
      await journey.choose('hour', ['09:00', '18:30']);
    });
    const { ahead } = await whatIf(longer, await ledFor(1));
    expect(ahead.some((line) => line.includes('choice hour/1: 09:00'))).toBe(true);
  });
});

describe('variants with offers', () => {
  const path = version(6, async (journey) => {
    const card = await journey.print('card', { offer: 'gift' }, { choose: { plain: {}, cheap: { offer: 'discount' } } });
    journey.end(card.variant ?? 'none');
  });

  test('are ordered with what each says otherwise, and a test chooses', async () => {
    const { outcome, touches, journal } = await play(path, { facts, choices: { card: 'cheap' } });
    expect(outcome).toBe('cheap');
    expect(touches[0]).toMatchObject({ choose: ['plain', 'cheap'], offers: { plain: {}, cheap: { offer: 'discount' } }, props: { offer: 'gift' }, facts });
    expect(journal.find((entry): entry is Extract<JournalEntry, { type: 'touch' }> => entry.type === 'touch')?.receipt).toMatchObject({ variant: 'cheap' });
  });

  test('a test that chooses what is not offered is told', async () => {
    await expect(play(path, { facts, choices: { card: 'dear' } })).rejects.toThrow("Expected choices['card'] to be one of plain, cheap, got 'dear'.");
  });

  test.each([[[]], [['warm', 'warm']]])('%j is nothing to choose from', async (among) => {
    const broken = version(7, async (journey) => {
      await journey.email('mail', {}, { choose: among as unknown as ['warm'] });
    });
    await expect(play(broken, { facts })).rejects.toThrow(/^Expected the variants of touch mail\/1 to be at least one, each once/);
  });
});
