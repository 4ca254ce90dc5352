import { describe, expect, test } from '@jest/globals';
import {
  flowChart,
  funnelChart,
  legible,
  liftChart,
  posteriorsChart,
  responsesChart,
  spendChart,
  variantsChart,
  waitingChart,
  type ChartOptions,
} from '../../../dashboard/charts/index.ts';
import type { Flows, Funnel } from '../../../store/figures/index.ts';
import { liftOf } from '../../../store/lift.ts';

const EN: ChartOptions = { language: 'en' };
const FR: ChartOptions = { language: 'fr' };
/** Markup, a line of the other direction, a control character, what ECharts reads as its own templates, and no end. */
const HOSTILE = `<script>alert("x")</script>\u202E\u0007{b}{a|rich}${'n'.repeat(300)}`;

const funnel = (treated: number): Funnel => ({
  audience: { people: treated, treated, holdout: 0 },
  journeys: { toStart: 0, running: treated, ended: 0 },
  steps: {
    printed: treated,
    scanned: 12,
    visited: 12,
    replied: 0,
    mailed: 0,
    clicked: 0,
    invited: 0,
    invitationClicked: 0,
    purchased: 3,
    redeemed: 0,
    converted: 3,
    unsubscribed: 0,
    complained: 0,
    returned: 0,
    bounced: 0,
  },
  botHits: 0,
});
const flows: Flows = {
  nodes: [
    { id: 'entered', depth: 0, kind: 'entered', name: 'entered', journeys: 3 },
    { id: '1|t', depth: 1, kind: 'touch', name: HOSTILE, medium: 'print', journeys: 3 },
    { id: '2|a', depth: 2, kind: 'answer', name: 'none', journeys: 3 },
    { id: 'outcome:x', depth: 3, kind: 'outcome', name: HOSTILE, journeys: 3 },
  ],
  links: [
    { from: 'entered', to: '1|t', journeys: 3 },
    { from: '1|t', to: '2|a', journeys: 3 },
    { from: '2|a', to: 'outcome:x', journeys: 3 },
  ],
};
const arm = { variant: HOSTILE, touches: 10, answered: 0, converted: 0, cost: 1, answers: {} };

/** Each chart with a name from outside, wherever it has one. */
const withHostileNames = (options: ChartOptions): string[] => [
  flowChart(flows, options),
  waitingChart([{ isToStart: false, message: HOSTILE, medium: 'print', answer: HOSTILE, people: 3 }], options),
  responsesChart({ medium: 'email', touches: 9, kinds: [{ kind: HOSTILE, days: [{ day: 2, touches: 1 }], early: 0, total: 1 }] }, options),
  variantsChart({ message: HOSTILE, medium: 'email', variants: [arm] }, options),
  posteriorsChart({ message: HOSTILE, snapshots: [{ at: 0, arms: [{ arm: HOSTILE, mean: 0.1, low: 0, high: 0.4 }] }] }, options),
];

describe('charts', () => {
  test('tell those who cannot see them what they show', () => {
    const svg = funnelChart(funnel(1_200), EN);
    expect(svg).toContain('<title>How far people came</title><desc>1,200 people; Print received: 1,200 · 100.0%; QR code used: 12 · 1.0%;');
    expect(svg).toContain('role="img"');
  });

  test('are drawn for a page and for a phone, in colours that the page decides, with nothing that a strict policy refuses', () => {
    const svg = funnelChart(funnel(1_200), EN);
    expect(svg.match(/<svg [^>]*viewBox="0 0 (860|360) /g)).toHaveLength(2);
    expect(svg).toContain('var(--print)');
    expect(svg).not.toMatch(/#0102|style="|<style|<script/);
  });

  test('write numbers as their language does', () => {
    const lift = liftOf({ of: 1_800, converted: 96 }, { of: 200, converted: 4 });
    expect(liftChart(lift, EN)).toContain('In the campaign: 5.3% · 96 of 1,800');
    expect(liftChart(lift, FR).replace(/\s/g, ' ')).toContain('Dans la campagne: 5,3 % · 96 sur 1 800');
    const spent = spendChart(
      { days: [{ day: '2027-03-01', medium: 'print', touches: 2, cost: 1_234.5 }], byMedium: [{ medium: 'print', touches: 2, cost: 1_234.5 }], total: 1_234.5, printBudget: 2_000 },
      FR,
    );
    expect(spent.replace(/\s/g, ' ')).toContain('dépense cumulée: 1 234,50 €; budget courrier 2 000,00 €');
  });

  test.each([EN, FR])('show hostile names as text and no longer than there is room: %j', (options) => {
    for (const svg of withHostileNames(options)) {
      expect(svg).toContain('&lt;script&gt;');
      expect(svg).not.toMatch(/<script|[\u202E\u0007]|n{60}/);
    }
  });

  test('leave steps out that no medium of this campaign leads to', () => {
    const svg = funnelChart(funnel(100), EN);
    expect(svg).toContain('Replied');
    expect(svg).not.toContain('Email sent');
    expect(svg).not.toContain('Invitation');
  });

  test('an arm without answers has an interval all the same', () => {
    expect(variantsChart({ message: 'm', medium: 'email', variants: [{ ...arm, variant: 'B' }] }, EN)).toContain('B: 0.0% · 0 of 10');
  });

  test('say what is missing where there is nothing to draw', () => {
    const said = (html: string) => /^<p class="chart-empty">(.*)<\/p>$/.exec(html)?.[1];
    const empty = (options: ChartOptions) => [
      funnelChart(funnel(0), options),
      flowChart({ nodes: [], links: [] }, options),
      waitingChart([], options),
      responsesChart({ medium: 'print', touches: 4, kinds: [] }, options),
      spendChart({ days: [], byMedium: [], total: 0 }, options),
      liftChart(undefined, options),
      variantsChart({ message: 'm', medium: 'email', variants: [] }, options),
      posteriorsChart({ message: 'm', snapshots: [] }, options),
    ];
    expect(empty(EN).map(said)).toMatchInlineSnapshot(`
     [
       "Nobody has entered this campaign yet.",
       "Nobody has entered this campaign yet.",
       "Nobody is under way.",
       "Nobody has answered yet.",
       "Nothing has been spent yet.",
       "Nobody is held out, so nothing tells who would have bought anyway.",
       "No message of this campaign has variants.",
       "Nothing has been learned yet.",
     ]
    `);
    expect(empty(FR).map(said)).not.toContain(undefined);
  });
});

test('a name as it may stand in a drawing', () => {
  expect(legible('a\u202Eb\u0007c', 10)).toBe('ab c');
  expect(legible(' \u200B ')).toBe('?');
  expect(legible('abcdef', 4)).toBe('abc…');
});
