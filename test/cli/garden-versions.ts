import { scenario } from '../../scenarios/vocabulary/index.ts';

interface GardenFacts {
  /** Square metres. */
  readonly plotSize: number;
  readonly soil: 'sand' | 'clay';
}

type GardenMessages = {
  readonly 'seed-card': { readonly medium: 'print'; readonly props: { readonly offer: string } };
  readonly 'catalogue-letter': { readonly medium: 'print'; readonly props: object };
  readonly 'reminder-email': { readonly medium: 'email'; readonly props: object };
  readonly 'thank-you': { readonly medium: 'email'; readonly props: object };
};

const FRAME = { name: 'garden', goal: ['purchase'], exit: ['unsubscribe'], within: '90 days' } as const;

/** A card, a reminder by email where that is allowed, thanks to whoever answers. */
export const gardenV1 = scenario<GardenFacts, GardenMessages>({ ...FRAME, version: 1 }, async (journey) => {
  const card = await journey.print('seed-card', { offer: 'seeds' });
  const scan = await journey.waitFor(card.on.scan, { for: '21 days', from: card.inHome });
  if (!scan) {
    if (!journey.reachable.email) return journey.end('silent');
    const reminder = await journey.email('reminder-email', {});
    if (!(await journey.waitFor(reminder.on.click, { for: '7 days' }))) return journey.end('silent');
  }
  await journey.email('thank-you', {});
  await journey.sleep('30 days');
});

/** Waits a week less; a catalogue for the owners of large gardens; calls people who never answered lapsed. */
export const gardenV2 = scenario<GardenFacts, GardenMessages>(
  { ...FRAME, version: 2, goal: ['purchase', 'redeem'], within: '120 days', windows: { email: { from: '08:00', to: '20:00', days: 'mon-sat' } }, caps: { print: { most: 2, per: '30 days' } } },
  async (journey) => {
    const card = await journey.print('seed-card', { offer: journey.facts.soil === 'clay' ? 'bulbs' : 'seeds' });
    const scan = await journey.waitFor(card.on.scan, { for: '14 days', from: card.inHome });
    if (!scan) {
      if (journey.facts.plotSize > 400) await journey.print('catalogue-letter', {});
      return journey.end('lapsed');
    }
    await journey.email('thank-you', {});
    await journey.sleep('30 days');
  },
);
