import { describe, expect, test } from '@jest/globals';
import { mermaid } from '../../cli/graph/index.ts';
import { all, scenario, type AnyScenario, type Journey } from '../../scenarios/vocabulary/index.ts';
import { explore, pathGraph, type Chances } from '../../simulator/explore/index.ts';

interface Facts {
  readonly age: number;
  readonly segment: 'new' | 'old';
  readonly wish?: 'roses' | 'trees';
  readonly unread: 'a' | 'b';
}
type Messages = {
  readonly card: { readonly medium: 'print'; readonly props: { readonly tone?: string } };
  readonly mail: { readonly medium: 'email'; readonly props: { readonly about?: string } };
  readonly invitation: { readonly medium: 'social'; readonly props: object };
};
type TestJourney = Journey<Facts, Messages, { rounds: number }>;

const chances: Chances = {
  facts: {
    age: { values: [0, 39, 40, 41, 120], learnable: false },
    segment: { values: ['new', 'old'], learnable: false },
    wish: { values: ['roses', 'trees'], learnable: true },
    unread: { values: ['a', 'b'], learnable: false },
  },
  links: { mail: ['shop', 'news'] },
};

function tried(path: (journey: TestJourney) => Promise<void>): AnyScenario {
  return scenario<Facts, Messages, { rounds: number }>({ name: 'tried', version: 1, goal: ['purchase'], exit: ['unsubscribe'], within: '1 year' }, path);
}

/** The graph's arrows alone: what leads where. */
async function arrows(scenario: AnyScenario): Promise<string[]> {
  const lines = mermaid(pathGraph(await explore(scenario, { chances }))).split('\n');
  const names = new Map(
    lines.flatMap((line) => {
      const [, id, name] = /^ {2}(\w+)[[({]+"(.*?)(?:<br.*)?"[\])}]/.exec(line) ?? [];
      return id && name ? [[id, name] as const] : [];
    }),
  );
  return lines.flatMap((line) => {
    const [, from, label = '', to] = /^ {2}(\w+) -->(?:\|"(.*)"\|)? (\w+)$/.exec(line) ?? [];
    return from && to ? [`${names.get(from) ?? from} —${label}→ ${names.get(to) ?? to}`] : [];
  });
}

describe('exploring a scenario', () => {
  test('tries the values of facts that the path reads, and of no others', async () => {
    const reads = tried(async (journey) => {
      if (journey.facts.age > 40) await journey.print('card', {});
      else journey.end(journey.facts.segment === 'new' ? 'welcome' : 'enough');
    });
    const { stories } = await explore(reads, { chances });
    expect(stories.flatMap(({ factors }) => factors.map(({ key }) => key)).filter((key) => key === 'fact:unread')).toEqual([]);
    expect(await arrows(reads)).toMatchInlineSnapshot(`
     [
       "enters —if segment new→ welcome",
       "enters —if segment old→ enough",
       "enters —if age from 41→ Post: card",
       "Post: card —→ completed",
     ]
    `);
  });

  test('asks consent once for each medium, and goes past a wait for what was not sent', async () => {
    expect(
      await arrows(
        tried(async (journey) => {
          const card = await journey.print('card', {});
          if (await journey.waitFor(card.on.scan, { for: '10 days' })) return;
          if (journey.reachable.email) await journey.email('mail', {});
        }),
      ),
    ).toMatchInlineSnapshot(`
     [
       "enters —→ Post: card",
       "Post: card —→ Wait for scan",
       "Post: card —not sent: no-consent, if consent to email→ Email: mail",
       "Post: card —not sent: no-consent, if no consent to email→ completed",
       "Wait for scan —time is up after 10 days, if consent to email→ Email: mail",
       "Wait for scan —time is up after 10 days, if no consent to email<br/>scan→ completed",
       "Email: mail —→ completed",
     ]
    `);
  });

  test('what a reply tells is tried where the path reads it, whether or not it was learned', async () => {
    expect(
      await arrows(
        tried(async (journey) => {
          const reply = await journey.waitFor(journey.on.reply, { for: '10 days' });
          if (!reply) return;
          await journey.learn(reply.facts);
          journey.end(journey.facts.wish ?? 'undecided');
        }),
      ),
    ).toMatchInlineSnapshot(`
     [
       "enters —→ Wait for reply",
       "Wait for reply —time is up after 10 days→ completed",
       "Wait for reply —reply, if wish unknown→ undecided",
       "Wait for reply —reply, if wish roses→ roses",
       "Wait for reply —reply, if wish trees→ trees",
     ]
    `);
  });

  test('a variant or a link matters where the path reads it', async () => {
    expect(
      await arrows(
        tried(async (journey) => {
          const mail = await journey.email('mail', {}, { choose: ['warm', 'cool'] });
          const click = await journey.waitFor(mail.on.click, { for: '10 days' });
          journey.end(click ? `looked at ${click.link}` : mail.variant!);
        }),
      ),
    ).toMatchInlineSnapshot(`
     [
       "enters —→ Email: mail",
       "Email: mail —→ Wait for click",
       "Email: mail —not sent: no-consent, if variant warm→ warm",
       "Email: mail —not sent: no-consent, if variant cool→ cool",
       "Wait for click —time is up after 10 days, if variant warm→ warm",
       "Wait for click —time is up after 10 days, if variant cool→ cool",
       "Wait for click —click, if link shop→ looked at shop",
       "Wait for click —click, if link news→ looked at news",
     ]
    `);
  });

  test('parallel branches part and meet again', async () => {
    const quiet = async (journey: TestJourney) => {
      await journey.sleep('5 days');
      await journey.print('card', {});
    };
    const loud = async (journey: TestJourney) => {
      const mail = await journey.email('mail', {});
      await journey.waitFor(mail.on.click, { for: '10 days' });
    };
    expect(
      await arrows(
        tried(async (journey) => {
          await Promise.all([quiet(journey), loud(journey)]);
          await journey.inviteToFollow('invitation', {});
        }),
      ),
    ).toMatchInlineSnapshot(`
     [
       "enters —→ Pause 5 days",
       "enters —→ Email: mail",
       "Pause 5 days —→ Post: card",
       "Email: mail —→ Wait for click",
       "Email: mail —not sent: no-consent→ Social invitation: invitation",
       "Post: card —→ Social invitation: invitation",
       "Wait for click —time is up after 10 days or click→ Social invitation: invitation",
       "Social invitation: invitation —→ completed",
     ]
    `);
  });

  test('a wait for all of several comes to an end by all of them, or by time', async () => {
    expect(
      await arrows(
        tried(async (journey) => {
          const card = await journey.print('card', {});
          const both = await journey.waitFor(all(card.on.scan, journey.on.reply), { for: '10 days' });
          journey.end(both ? 'both' : 'not both');
        }),
      ),
    ).toMatchInlineSnapshot(`
     [
       "enters —→ Post: card",
       "Post: card —→ Wait for scan and reply",
       "Post: card —not sent: no-consent→ not both",
       "Wait for scan and reply —time is up after 10 days→ not both",
       "Wait for scan and reply —scan of card and reply→ both",
     ]
    `);
  });

  test('a loop is drawn once, and so is a path that comes again', async () => {
    expect(
      await arrows(
        tried(async (journey) => {
          for (let round = 1; round <= 5; round++) {
            const mail = await journey.email('mail', {});
            if (await journey.waitFor(mail.on.click, { for: '10 days' })) journey.end('awake');
          }
          await journey.sleep('30 days');
          if ((journey.state?.rounds ?? 0) < 2) journey.again({ rounds: (journey.state?.rounds ?? 0) + 1 });
        }),
      ),
    ).toMatchInlineSnapshot(`
     [
       "enters —→ Email: mail",
       "Email: mail —not sent: no-consent→ Email: mail",
       "Email: mail —→ Wait for click",
       "Email: mail —not sent: no-consent→ Pause 30 days",
       "Wait for click —time is up after 10 days→ Email: mail",
       "Wait for click —time is up after 10 days→ Pause 30 days",
       "Wait for click —click→ awake",
       "Pause 30 days —if the first time→ enters",
       "Pause 30 days —after again→ completed",
     ]
    `);
  });

  test('a recall on the way is a step; one in finally, after the end, is not', async () => {
    expect(
      await arrows(
        tried(async (journey) => {
          const card = await journey.print('card', {});
          try {
            if (!(await journey.waitFor(journey.on.reply, { for: '10 days' }))) journey.end('silent');
            await card.recall();
          } finally {
            await card.recall();
          }
        }),
      ),
    ).toMatchInlineSnapshot(`
     [
       "enters —→ Post: card",
       "Post: card —→ Wait for reply",
       "Wait for reply —time is up after 10 days→ silent",
       "Wait for reply —reply→ Recall: card",
       "Recall: card —→ Recall: card",
       "Recall: card —→ completed",
     ]
    `);
  });

  test('a journey that is as long as its limit expires', async () => {
    expect(await arrows(tried((journey) => journey.sleep('2 years')))).toMatchInlineSnapshot(`
     [
       "enters —→ Pause 2 years",
       "Pause 2 years —the journey’s time is over→ expired",
     ]
    `);
  });

  test('tells the same stories each time, and says when there are more than the limit', async () => {
    const many = tried(async (journey) => {
      for (const message of ['card', 'card', 'card', 'card'] as const) {
        const card = await journey.print(message, {});
        await journey.waitFor([card.on.scan, card.on.visit, card.on.reply], { for: '10 days' });
      }
    });
    const [first, second] = [await explore(many, { chances, limit: 10 }), await explore(many, { chances, limit: 10 })];
    expect(first.cutShort).toBe(true);
    expect(first.stories).toHaveLength(10);
    expect(second).toEqual(first);
    expect((await explore(many, { chances })).cutShort).toBe(false);
  });

  test('throws what the path throws', async () => {
    await expect(
      explore(
        tried(async () => {
          throw new TypeError('no such thing');
        }),
      ),
    ).rejects.toThrow('no such thing');
    await expect(explore(tried(() => new Promise(() => {})))).rejects.toThrow('Expected the path of tried to wait only for its journey');
  });
});
