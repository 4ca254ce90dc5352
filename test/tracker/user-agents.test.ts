import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { machineBehind } from '../../tracker/evidence/index.ts';

interface Known {
  readonly product: string;
  readonly class: 'person' | 'machine' | 'disguised';
  readonly because?: string;
  readonly agent: string;
}

const { agents } = JSON.parse(readFileSync(new URL('fixtures/user-agents.json', import.meta.url), 'utf8')) as { agents: readonly Known[] };

const foundIn = (agent: string) => machineBehind({ method: 'GET', headers: { 'user-agent': agent } });

test('who visits, by what it says of itself: nobody is taken for another', () => {
  const mistaken = agents.flatMap(({ product, class: expected, because, agent }) => {
    const found = foundIn(agent);
    const right = expected === 'machine' ? found === because : found === undefined;
    return right ? [] : [`${product}: expected ${because ?? 'a person'}, got ${found ?? 'a person'} for '${agent}'`];
  });
  expect(mistaken).toEqual([]);
});

test('the corpus has people and machines enough, each once', () => {
  const count = (wanted: Known['class']) => agents.filter((one) => one.class === wanted).length;
  expect({ people: count('person') >= 60, machines: count('machine') >= 90, disguised: count('disguised') >= 5 }).toEqual({ people: true, machines: true, disguised: true });
  expect(new Set(agents.map(({ product }) => product)).size).toBe(agents.length);
});

test('without a name, or asking for the head alone, or ahead of the reader, a browser is none', () => {
  const chrome = agents.find(({ product }) => product === 'Chrome on Windows')!.agent;
  expect(machineBehind({ method: 'GET', headers: {} })).toBe('no-browser');
  expect(machineBehind({ method: 'HEAD', headers: { 'user-agent': chrome } })).toBe('head-request');
  for (const headers of [{ 'sec-purpose': 'prefetch' }, { purpose: 'prefetch' }, { 'x-moz': 'prefetch' }, { 'x-purpose': 'preview' }]) {
    expect(machineBehind({ method: 'GET', headers: { 'user-agent': chrome, ...headers } })).toBe('prefetch');
  }
});
