import { expect, test } from '@jest/globals';
import { bestHour, inferring } from '../../scenarios/content/index.ts';
import type { ClockTime } from '../../scenarios/vocabulary/index.ts';
import { simulate } from '../../simulator/index.ts';
import { Shown } from '../../simulator/shown.ts';
import { tea, town } from './small-town.ts';

type Facts = { age: number; bestHour?: ClockTime };
const rules = [inferring<Facts>()('bestHour', 'hours', bestHour({ least: 1 }))];
const card = { touch: 'card/1', message: 'card', medium: 'print', variant: undefined, props: {} } as const;
const evening = Date.UTC(2026, 10, 2, 17, 20);

test('a simulated person is inferred about by the clocks where they live, unless they have told it', () => {
  const shown = new Shown(rules, { scenario: 'talk', zone: 'Europe/Paris' });
  shown.arrived(card, evening - 86_400_000);
  expect(shown.respond(card, { kind: 'delivered', at: evening, link: undefined, told: {} })).toBeUndefined();
  expect(shown.respond(card, { kind: 'scan', at: evening, link: undefined, told: {} })).toEqual({ bestHour: { value: '18:00', source: 'inferred:hours' } });
  expect(new Shown(rules, { scenario: 'talk', zone: 'Europe/Paris' }).respond(card, { kind: 'scan', at: evening, link: undefined, told: { bestHour: '07:00' } })).toBeUndefined();
});

test('a simulated journey goes by what was inferred, as a live one does', async () => {
  const path = tea(async (journey) => {
    const card = await journey.print('card', {});
    const scan = await journey.waitFor(card.on.scan, { for: '60 days', from: card.inHome });
    return journey.end(!scan ? 'silent' : 'bestHour' in journey.facts ? 'known' : 'unknown');
  });
  const options = town({ scenario: path, prospects: 400, settings: { 'response.card': 0.9 } });
  const [without, inferring] = [await simulate(options), await simulate({ ...options, inferences: rules })];
  expect(without.outcomes.get('unknown')).toBeGreaterThan(100);
  expect([...inferring.outcomes.keys()]).not.toContain('unknown');
  expect(inferring.outcomes.get('known')).toBe(without.outcomes.get('unknown'));
});
