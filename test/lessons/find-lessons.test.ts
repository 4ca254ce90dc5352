import { describe, expect, test } from '@jest/globals';
import { findLessons, type Finding, type PointSeen } from '../../lessons/index.ts';
import { names } from '../../scenarios/boiler-renewal/names.ts';
import { campaign, cards, DAY, household, inventedPoint, random } from './invented-campaign.ts';

const found = (...points: PointSeen[]) => findLessons(campaign({ points }), names).findings;
const keys = (findings: readonly Finding[]) => findings.map(({ key }) => key);
const SEEDS = Array.from({ length: 40 }, (_, index) => 1_000 + index);

describe('variants', () => {
  test('an effect that is there is found, its size within the interval, and weights are proposed', () => {
    const findings = found(inventedPoint({ seed: 7, choices: 6_000, success: (arm) => (arm === 'warm' ? 0.15 : 0.1) }));
    expect(keys(findings)).toEqual(['variant/thank-you/warm']);
    const [{ numbers, proposal, sentence }] = findings as [Finding];
    expect(numbers['low']).toBeLessThan(0.5);
    expect(numbers['high']).toBeGreaterThan(0.5);
    expect(proposal).toEqual({ do: 'weights', point: 'thank-you', weights: { warm: 0.9, factual: 0.1 } });
    expect(sentence).toMatchInlineSnapshot(`
     {
       "en": "In the thank-you mail, “warm” lifts clicks by 62 % (95 % over 8 comparisons: 25 to 112 %): 15.5 %, against 9.3 % with “factual”.",
       "fr": "Dans l’e-mail de remerciement, « chaleureux » augmente les clics de 62 % (95 % sur 8 comparaisons : de 25 à 112 %) : 15,5 %, contre 9,3 % avec « factuel ».",
     }
    `);
  });

  test('effects of the size that campaigns see are found in most campaigns', () => {
    const hits = SEEDS.filter((seed) => keys(found(inventedPoint({ seed, choices: 10_000, success: (arm) => (arm === 'warm' ? 0.13 : 0.1) }))).includes('variant/thank-you/warm'));
    expect(hits.length / SEEDS.length).toBeGreaterThan(0.8);
  });

  test('where there is no effect, at most one campaign in twenty ever says so, however often it is looked at', () => {
    const wrong = SEEDS.filter((seed) => {
      const point = inventedPoint({ seed, choices: 3_000, success: () => 0.1 });
      return [300, 600, 1_000, 1_500, 2_000, 3_000].some((so) => found({ ...point, choices: point.choices.slice(0, so) }).length > 0);
    });
    expect(wrong.length / SEEDS.length).toBeLessThanOrEqual(0.05);
  });

  test('an effect for some alone is told of them alone, and changes with the code', () => {
    const findings = found(
      inventedPoint({ seed: 11, choices: 12_000, success: (arm, { boilerAge }) => (boilerAge >= 12 ? (arm === 'warm' ? 0.2 : 0.1) : arm === 'warm' ? 0.1 : 0.14) }),
    );
    expect(keys(findings)).toContain('variant/thank-you/warm/boilerAge>=12');
    expect(keys(findings)).toContain('variant/thank-you/factual/boilerAge<12');
    const { proposal, sentence } = findings.find(({ key }) => key === 'variant/thank-you/warm/boilerAge>=12')!;
    expect(proposal).toEqual({ do: 'edit', message: 'thank-you', what: 'choose', arm: 'warm', segment: { fact: 'boilerAge', op: '>=', value: 12 } });
    expect(sentence).toMatchInlineSnapshot(`
     {
       "en": "In the thank-you mail, “warm” brings 2 times as many clicks for people with boiler age of 12 or more (95 % over 8 comparisons: 1.5 to 2.7 times): 19.3 %, against 9.5 % with “factual”.",
       "fr": "Dans l’e-mail de remerciement, « chaleureux » multiplie les clics par 2 chez les personnes du segment « âge de la chaudière : 12 ou plus » (95 % sur 8 comparaisons : de 1,5 à 2,7) : 19,3 %, contre 9,5 % avec « factuel ».",
     }
    `);
  });

  test('an effect that is the same for everybody is told once', () => {
    const findings = found(inventedPoint({ seed: 3, choices: 12_000, success: (arm) => (arm === 'warm' ? 0.2 : 0.1) }));
    expect(keys(findings)).toEqual(['variant/thank-you/warm']);
  });

  test('a policy that moved to an arm while people changed does not make it look better', () => {
    // Early people answer often, late ones seldom; the first arm was chosen seldom at first, often later. Plain rates would say that it is half as good.
    const wrong = SEEDS.filter((seed) => {
      const draw = random(seed);
      const { choices, ...point } = inventedPoint({ seed, choices: 4_000, success: () => 0, first: (index) => (index < 2_000 ? 0.1 : 0.9) });
      return found({ ...point, choices: choices.map((choice, index) => ({ ...choice, success: draw() < (index < 2_000 ? 0.2 : 0.05) })) }).length > 0;
    });
    expect(wrong.length / SEEDS.length).toBeLessThanOrEqual(0.05);
  });

  test('of several arms the best is compared with the others together', () => {
    const findings = found(inventedPoint({ seed: 5, choices: 9_000, arms: ['warm', 'factual', 'short'], success: (arm) => (arm === 'short' ? 0.18 : 0.1) }));
    expect(keys(findings)).toEqual(['variant/thank-you/short']);
    expect(findings[0]?.proposal).toEqual({ do: 'weights', point: 'thank-you', weights: { warm: 0.05, factual: 0.05, short: 0.9 } });
  });

  test('an arm that a later version alone offers is compared with the others of its time, not with better times before', () => {
    const before = inventedPoint({ seed: 8, choices: 6_000, success: () => 0.4 });
    const since = inventedPoint({ seed: 9, choices: 9_000, arms: ['warm', 'factual', 'short'], success: (arm) => (arm === 'short' ? 0.15 : 0.1) });
    const findings = found({ ...since, choices: [...before.choices, ...since.choices] });
    expect(keys(findings)).toEqual(['variant/thank-you/short']);
    expect(findings[0]!.numbers).toMatchObject({ rate: expect.closeTo(0.15, 1), otherRate: expect.closeTo(0.1, 1) });
  });

  test('one arm without responses is compared all the same', () => {
    const [finding] = found(inventedPoint({ seed: 2, choices: 1_200, success: (arm) => (arm === 'warm' ? 0.12 : 0) }));
    expect(finding?.sentence).toMatchInlineSnapshot(`
     {
       "en": "In the thank-you mail, “warm” brings clicks from 82 of 610, “factual” from none of 590: at least 2.4 times as many (95 % over 7 comparisons).",
       "fr": "Dans l’e-mail de remerciement, « chaleureux » obtient un résultat 82 fois sur 610, « factuel » jamais sur 590 : au moins 2,4 fois plus (95 % sur 7 comparaisons).",
     }
    `);
  });
});

describe('an arm that harms', () => {
  test('is named, and to be stopped', () => {
    const findings = found(inventedPoint({ seed: 4, choices: 3_000, success: () => 0.1, harm: (arm) => (arm === 'warm' ? 0.05 : 0.01) }));
    expect(keys(findings)).toEqual(['harm/thank-you/warm']);
    expect(findings[0]?.proposal).toEqual({ do: 'stop', point: 'thank-you', arm: 'warm' });
    expect(findings[0]?.sentence).toMatchInlineSnapshot(`
     {
       "en": "In the thank-you mail, after “warm” 7.8 times as many people complain or withdraw as after the others (95 % over 2 comparisons: 1.9 to 66.5 times): 93 of 1,477, against 12 of 1,523.",
       "fr": "Dans l’e-mail de remerciement, après « chaleureux », 7,8 fois plus de personnes se plaignent ou se désinscrivent qu’après les autres (95 % sur 2 comparaisons : de 1,9 à 66,5 fois) : 93 sur 1 477, contre 12 sur 1 523.",
     }
    `);
  });

  test('is none where both are alike, however often it is looked at', () => {
    const wrong = SEEDS.filter((seed) => {
      const point = inventedPoint({ seed, choices: 3_000, success: () => 0, harm: () => 0.02 });
      return [500, 1_000, 2_000, 3_000].some((so) => found({ ...point, choices: point.choices.slice(0, so) }).length > 0);
    });
    expect(wrong.length / SEEDS.length).toBeLessThanOrEqual(0.05);
  });
});

describe('delays and waits', () => {
  test('answers come when they come, and a wait twice as long need not be', () => {
    const { findings } = findLessons(campaign({ touches: cards({ seed: 1, count: 3_000 }) }), names);
    expect(keys(findings)).toEqual(['wait/reminder-card', 'delay/print/scan']);
    const [wait, delay] = findings as [Finding, Finding];
    expect(delay.numbers['low']).toBeLessThan(4);
    expect(delay.numbers['high']).toBeGreaterThan(4);
    expect(wait.proposal).toEqual({ do: 'edit', message: 'reminder-card', what: 'wait', days: wait.numbers['enough'] });
    expect([wait.sentence, delay.sentence]).toMatchInlineSnapshot(`
     [
       {
         "en": "Of the answers to the reminder card, 95 in 100 have come by day 10 (12 at most); without one the path waits 28 days. A wait of 12 days would do: the next step would come 16 days sooner.",
         "fr": "Pour la carte de rappel, 95 réponses sur 100 sont là au jour 10 (au plus tard 12) ; sans réponse, le parcours attend 28 jours. Attendre 12 jours suffirait : l’étape suivante viendrait 16 jours plus tôt.",
       },
       {
         "en": "Scans come 4 days after delivery (median of 463; half between 2.5 and 6 days).",
         "fr": "Les scans arrivent 4 jours après la distribution (médiane de 463 ; la moitié entre 2,5 et 6 jours).",
       },
     ]
    `);
  });

  test('a wait as long as answers take is none to speak of', () => {
    expect(keys(findLessons(campaign({ touches: cards({ seed: 1, count: 3_000, wait: 12 }) })).findings)).toEqual(['delay/print/scan']);
  });

  test('young touches don’t make people look quick', () => {
    const touches = cards({ seed: 1, count: 4_000 });
    // Half of the cards have been there for less than three weeks, and only the quick have answered.
    const now = 70 * DAY;
    const soFar = touches.map(({ answer, wentOn: _, ...touch }) => ({ ...touch, ...(answer && answer.at <= now ? { answer } : {}) })).filter(({ at }) => at <= now);
    const median = (all: typeof soFar) => findLessons(campaign({ now, touches: all })).findings.find(({ kind }) => kind === 'delay')?.numbers['median'];
    expect(median(soFar)).toEqual(median(soFar.filter(({ at }) => now - at >= 21 * DAY)));
  });

  test('a branch between lengths of time takes the shortest that does', () => {
    const point: PointSeen = { point: 'after-reminder-card', arms: ['7 days', '3 weeks', '28 days'], reward: 'goal', within: 30, choices: [] };
    const { findings } = findLessons(campaign({ touches: cards({ seed: 1, count: 3_000 }), points: [point] }));
    expect(findings[0]?.proposal).toEqual({ do: 'weights', point: 'after-reminder-card', weights: { '7 days': 0, '3 weeks': 1, '28 days': 0 } });
  });
});

describe('delivery', () => {
  const bounced = (share: number, count = 2_000) => {
    const draw = random(9);
    return Array.from({ length: count }, (_, index) => ({
      journey: `c/${index}`,
      message: 'thank-you',
      medium: 'email' as const,
      at: 0,
      cost: 0.002,
      facts: {},
      ...(draw() < share ? { failed: 'bounced' as const } : {}),
    }));
  };

  test('that fails too often is named', () => {
    const { findings } = findLessons(campaign({ touches: bounced(0.11) }));
    expect(keys(findings)).toEqual(['delivery/email']);
    expect(findings[0]?.sentence).toMatchInlineSnapshot(`
     {
       "en": "10.6 % of the mails don’t arrive (95 %: 8.2 to 13.4 %): 212 of 2,000. The addresses want checking.",
       "fr": "Les e-mails n’arrivent pas dans 10,6 % des cas (95 % : de 8,2 à 13,4 %) : 212 sur 2 000. Les adresses sont à vérifier.",
     }
    `);
  });

  test('as usual is no lesson', () => {
    expect(findLessons(campaign({ touches: bounced(0.03) })).findings).toEqual([]);
  });
});

describe('a segment that does not pay', () => {
  const bought = (share: (customer: string) => number, seed = 21) => {
    const draw = random(seed);
    const people = Array.from({ length: 4_000 }, (_, index) => ({ id: `c/${index}`, facts: household(draw) }));
    return {
      touches: people.map(({ id, facts }) => ({ journey: id, message: 'card', medium: 'print' as const, at: 0, cost: 0.9, facts })),
      journeys: people.map(({ id, facts }) => {
        const buys = draw() < share(facts.customer);
        return { id, converted: buys, revenue: buys ? 40 + draw() * 60 : 0 };
      }),
    };
  };

  test('is named, and to be dropped', () => {
    const { findings } = findLessons(campaign(bought((customer) => (customer === 'no' ? 0.0005 : 0.08))), names);
    expect(keys(findings)).toEqual(['segment/print/customer=no']);
    expect(findings[0]?.proposal).toEqual({ do: 'drop', medium: 'print', fact: 'customer', op: '=', value: 'no' });
    expect(findings[0]?.sentence).toMatchInlineSnapshot(`
     {
       "en": "Mailpieces to people who are not customers yet don’t pay: they cost 0.90 € a person and bring 0.04 €, 0.51 € at most (95 %); everybody together costs 0.90 € and brings 2.50 €.",
       "fr": "Les courriers ne sont pas rentables chez les personnes qui ne sont pas encore clientes : 0,90 € par personne pour 0,04 € de recettes, 0,51 € au plus (95 %) ; tout le monde confondu, 0,90 € pour 2,50 €.",
     }
    `);
  });

  test('is none where all are alike', () => {
    const wrong = SEEDS.filter((seed) => findLessons(campaign(bought(() => 0.014, seed))).findings.length > 0);
    expect(wrong.length / SEEDS.length).toBeLessThanOrEqual(0.05);
  });
});

describe('what there is to look at', () => {
  test('nothing sent, no answers, too few: it says which', () => {
    const because = (given: Parameters<typeof campaign>[0]) => findLessons(campaign(given)).seen.because;
    expect([
      because({}),
      because({ touches: cards({ seed: 1, count: 50, answered: 0 }) }),
      because({ touches: cards({ seed: 1, count: 50 }) }),
      because({ touches: cards({ seed: 1, count: 900 }) }),
    ]).toEqual(['nothing-sent', 'no-answers', 'too-few', undefined]);
  });

  test('hostile names stay on one line, short, and out of keys', () => {
    const evil = '<script>alert(1)</script>\n\u001b[31m "; DROP TABLE lessons; --';
    const { choices, ...point } = inventedPoint({ seed: 11, choices: 6_000, success: (arm, { customer }) => (customer === 'yes' && arm === 'warm' ? 0.3 : customer === 'no' && arm === 'factual' ? 0.3 : 0.1) });
    const findings = found({ ...point, choices: choices.map((choice) => ({ ...choice, facts: { town: choice.facts['customer'] === 'yes' ? evil : 'Lyon' } })) });
    const lesson = findings.find(({ key }) => key.includes('town'))!;
    expect(lesson.key).toMatch(/^[\w/=%.!*'()~-]+$/);
    expect(lesson.sentence.en).toContain('people with town “<script>alert(1)</script> [31m "; DROP');
    expect(lesson.sentence.en).not.toMatch(/[\n\u001b]/);
  });

  test('the same data teach the same', () => {
    const given = campaign({ points: [inventedPoint({ seed: 7, choices: 6_000, success: (arm) => (arm === 'warm' ? 0.15 : 0.1) })] });
    expect(findLessons(given)).toEqual(findLessons(given));
  });
});
