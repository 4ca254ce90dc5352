import { propsOf } from '../../engine/index.ts';
import { contentOf, type ScenarioContent } from '../../scenarios/content/index.ts';
import { newestVersion, scenarioNames, scenarioOf } from '../../scenarios/registry.ts';
import { exploreVersion } from '../exploration/index.ts';
import type { Answers, Item, Version } from './question.ts';
import { sampleFacts, tokenFor } from './sample.ts';

/** Ways through a scenario that are looked at for its variants and props: those that show something new come first. */
const WAYS = 250;
const PRESETS = 12;

/** Every registered version, the newest of a scenario first. */
export function versions(): Version[] {
  return scenarioNames().flatMap((scenario) => {
    const numbers = Array.from({ length: newestVersion(scenario) }, (_, index) => index + 1).reverse();
    return numbers.map((version) => ({ type: `${scenario}.v${version}`, scenario, version })).filter(({ type }) => isRegistered(type));
  });
}

function isRegistered(type: string): boolean {
  try {
    scenarioOf(type);
    contentOf(type);
    return true;
  } catch {
    return false;
  }
}

/** What a scenario version has to be looked at: its cards and mails in the order of its content, then its pages. */
export async function items(type: string): Promise<Item[]> {
  const content = contentOf(type);
  const { name: scenario, version } = scenarioOf(type);
  const uses = await usesOf({ name: scenario, version });
  const messages = Object.entries(content.messages).map(([name, { medium, purpose, sample }]): Item => {
    const { variants, props } = uses.get(name) ?? noUse();
    return { kind: medium === 'print' ? 'card' : 'mail', name, medium, purpose, variants: [...variants], sample: pretty(sample), presets: [...props].slice(0, PRESETS) };
  });
  const pages = Object.entries(content.pages).map(([name, { asks }]): Item => pageItem('page', name, sampleFacts({ scenario, content, asks: asks.map(({ fact }) => fact) })));
  const drop: Item[] = content.drop ? [{ ...pageItem('leaflet', 'leaflet', {}), medium: 'print' }, pageItem('area', 'area-page', {})] : [];
  return [...drop, ...messages, ...pages];
}

function pageItem(kind: 'page' | 'area' | 'leaflet', name: string, facts: object): Item {
  return { kind, name, medium: 'web', variants: [], sample: pretty(facts), presets: [] };
}

interface Uses {
  readonly variants: Set<string>;
  readonly props: Set<string>;
}

const noUse = (): Uses => ({ variants: new Set(), props: new Set() });

/** How the scenario's paths make each of its touches. A path that can't be run has no bearing on what its messages look like. */
async function usesOf(version: { name: string; version: number }): Promise<Map<string, Uses>> {
  const uses = new Map<string, Uses>();
  const exploration = await exploreVersion(version, { limit: WAYS }).catch(() => undefined);
  for (const { asked } of exploration?.stories.flatMap(({ steps }) => steps) ?? []) {
    if (!('message' in asked)) continue;
    const use = uses.get(asked.message) ?? noUse();
    for (const variant of asked.choose) use.variants.add(variant);
    for (const variant of asked.choose.length > 0 ? asked.choose : [undefined]) use.props.add(pretty(propsOf(asked, variant)));
    uses.set(asked.message, use);
  }
  return uses;
}

const pretty = (value: object): string => JSON.stringify(value, null, 2);

/** The tracked address of each link that a mail declares. */
export function linksOf({ type, name, base }: { type: string; name: string; base: string }): Record<string, string> {
  return Object.fromEntries(Object.keys(declared(contentOf(type), name)).map((link) => [link, `${base}/c/${tokenFor(type, name, link)}`]));
}

/** Where the link, code or printed address behind a token leads. */
export function findLink(token: string): Answers['link'] {
  for (const { type } of versions()) {
    const content = contentOf(type);
    const page = Object.keys(content.pages).find((name) => tokenFor(type, name, 'qr') === token || tokenFor(type, name, 'purl') === token);
    if (page !== undefined) return { page, type };
    for (const name of Object.keys(content.messages)) {
      for (const [link, target] of Object.entries(declared(content, name))) {
        if (tokenFor(type, name, link) === token) return 'page' in target ? { ...target, type } : target;
      }
    }
  }
  return null;
}

function declared({ messages }: ScenarioContent, name: string) {
  const message = messages[name];
  return message && 'links' in message ? message.links : {};
}
