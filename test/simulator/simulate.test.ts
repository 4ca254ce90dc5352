import { describe, expect, test } from '@jest/globals';
import { messages as boilerMessages } from '../../scenarios/boiler-renewal/messages/index.ts';
import { population as boilerPopulation } from '../../scenarios/boiler-renewal/population.ts';
import { boilerRenewalV1 } from '../../scenarios/boiler-renewal/v1.ts';
import { resultOf, simulate, SimulationError, type SimulationOptions, type SimulationResult } from '../../simulator/index.ts';
import { cardThenMail, tea, town } from './small-town.ts';

async function run(options: SimulationOptions): Promise<SimulationResult> {
  return resultOf(await simulate(options), options);
}

describe('a simulation', () => {
  test('of the same seed gives the same result bit for bit, of another seed another', async () => {
    const options = { scenario: boilerRenewalV1, population: boilerPopulation, messages: boilerMessages, prospects: 1_500, seed: 7 };
    const [first, again, other] = [await run(options), await run(options), await run({ ...options, seed: 8 })];
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    expect(JSON.stringify({ ...other, seed: 7 })).not.toBe(JSON.stringify(first));
    expect(first.violations.count).toBe(0);
  });

  test('tells of a rate what it was set to', async () => {
    const { funnel } = await run(town({ prospects: 20_000, settings: { 'response.card': 0.02, 'print.returned': 0, 'order.anyway': 0 } }));
    const card = funnel.find(({ message }) => message === 'card')!;
    const scanned = card.responses.find(({ kind }) => kind === 'scan')!;
    // Three standard errors of 2 % of 18,000.
    expect(Math.abs(scanned.share - 0.02)).toBeLessThan(0.0032);
    expect(card.people).toBe(card.sent);
  });

  test('knows what the campaign caused, and measures it against the holdout', async () => {
    const nothing = await run(town({ prospects: 10_000, settings: { 'response.card': 0, 'response.mail': 0, 'order.anyway': 0.05 } }));
    expect(nothing.caused.conversions).toBe(0);
    expect(nothing.lift!.interval.low).toBeLessThan(0);
    expect(nothing.lift!.interval.high).toBeGreaterThan(0);
    const much = await run(town({ prospects: 10_000, settings: { 'response.card': 0.4, order: 0.5, 'order.anyway': 0.05 } }));
    expect(much.lift!.verdict).toBe('positive');
    const caused = much.caused.conversions / much.treated;
    expect(much.lift!.interval.low).toBeLessThan(caused);
    expect(much.lift!.interval.high).toBeGreaterThan(caused);
  });

  test('counts money and pieces exactly: what is recalled is not paid for', async () => {
    const recalling = tea(async (journey) => {
      const card = await journey.print('card', {});
      if (!journey.facts.likesTea) await card.recall();
      await journey.sleep('10 days');
    });
    const { funnel, spend, treated } = await run(town({ scenario: recalling, holdout: 0, settings: { 'order.anyway': 0, 'print.returned': 0, 'response.card': 0 } }));
    const [card] = funnel;
    expect(card!.sent + card!.recalled).toBe(treated);
    expect(card!.recalled).toBeGreaterThan(600);
    expect(spend).toBe(card!.sent * 0.5);
  });

  test('sends print once a day, at the cut-off, and holds mails until their window opens', async () => {
    const held = tea(cardThenMail, { windows: { email: { from: '09:00', to: '12:00', days: 'mon-fri', holidays: 'FR' } } });
    const { days, violations, funnel } = await run(town({ scenario: held, settings: { 'response.card': 0 } }));
    expect(days.filter(({ print }) => print > 0).map(({ day }) => day)).toEqual([0]);
    expect(funnel.find(({ message }) => message === 'mail')!.sent).toBeGreaterThan(500);
    expect(violations.count).toBe(0);
  });

  test('keeps caps and consent, and says why a touch was not made', async () => {
    const eager = tea(
      async (journey) => {
        for (let day = 0; day < 10; day++) {
          await journey.email('mail', {});
          await journey.sleep('1 day');
        }
      },
      { caps: { email: { most: 2, per: '7 days' } } },
    );
    const { notSent, funnel, violations } = await run(town({ scenario: eager, prospects: 400, settings: { 'email.bounced': 0, 'order.anyway': 0, order: 0, 'response.mail': 0 } }));
    expect(violations.count).toBe(0);
    expect(notSent.map(({ why }) => why)).toEqual(['no-consent', 'capped']);
    // Days 0 and 1, then 7 and 8.
    const mail = funnel[0]!;
    expect(mail.sent).toBe(mail.people * 4);
  });

  test('goes on over cycles, and follows nobody for ever', async () => {
    const yearly = tea(async (journey) => {
      await journey.print('card', {});
      await journey.sleep('80 days');
      if (journey.cycle < 3) journey.again({} as never);
    });
    const options = { prospects: 200, holdout: 0, settings: { 'order.anyway': 0, 'response.card': 0, 'print.returned': 0 } };
    const three = await run(town({ scenario: yearly, ...options }));
    expect(three.funnel[0]!.sent).toBe(600);
    expect(three.length.max).toBe(240);
    const cut = await run(town({ scenario: yearly, ...options, horizon: '100 days' }));
    expect(cut.underWay).toBe(200);
  });
});

describe('a path that goes wrong stops the simulation', () => {
  const failing = (path: Parameters<typeof tea>[0]) => simulate(town({ scenario: tea(path), prospects: 50, holdout: 0 }));

  test.each([
    ['throws', async () => Promise.reject(new TypeError('no such boiler')), /^tea-time\.v1 failed for prospect 0 of seed 7, at simulator\/simulate\.test\.ts:\d+: no such boiler/],
    [
      'loops without waiting',
      async (journey) => {
        for (;;) journey.note('again');
      },
      /prospect 0 of seed 7: Expected the path at simulator\/simulate\.test\.ts:\d+ to wait now and then/,
    ],
    [
      'sends without end',
      async (journey) => {
        for (;;) {
          await journey.print('card', {});
          await journey.sleep('1 minute');
        }
      },
      /Expected the path at simulator\/simulate\.test\.ts:\d+ to make 200 touches at most/,
    ],
    [
      'will not hear that it has ended',
      async (journey) => {
        for (;;) await journey.sleep('1 day').catch(() => {});
      },
      /to stop when its journey has ended/,
    ],
    [
      'waits for something else',
      async (journey) => {
        await journey.sleep('1 day');
        await new Promise<void>(() => {});
      },
      /^tea-time\.v1 never ends for prospect 0 of seed 7, after simulator\/simulate\.test\.ts:\d+: its path waits for something other than its journey/,
    ],
    ['begins cycle after cycle at one moment', async (journey) => journey.again({} as never), /Expected a cycle to take its time, got 100 of them at one moment/],
  ] satisfies [string, Parameters<typeof tea>[0], RegExp][])('that %s', async (_, path, message) => {
    await expect(failing(path)).rejects.toThrow(SimulationError);
    await expect(failing(path)).rejects.toThrow(message);
  });
});
