import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { closeRun } from '../../../../activities/print/run/close-run.ts';
import type { PrintRunDeps } from '../../../../activities/print/run/print-run-deps.ts';
import { renderChunk } from '../../../../activities/print/run/render-chunk.ts';
import { openPrintFixture, RUN } from '../print-fixture.ts';

const jeanne = { first_name: 'Jeanne', last_name: 'Dupont' };
const zoe = { first_name: 'Zoé', last_name: 'Lefèvre' };

describe('a print run with pieces that can’t be printed', () => {
  let fixture: Awaited<ReturnType<typeof openPrintFixture>>;
  beforeEach(async () => {
    fixture = await openPrintFixture();
  });
  afterEach(() => fixture.close());

  const render = (deps: PrintRunDeps) => renderChunk(deps, { runId: RUN, chunk: 1 });

  test('prints the others when a piece can’t be printed, and says of that piece why', async () => {
    const { deps, store, queue } = fixture;
    await queue('p-1', jeanne);
    const { touchId } = await queue('p-2', { first_name: 'דוד', last_name: 'כהן' });
    await queue('p-3', { ...zoe, city: null });
    await queue('p-4', zoe);
    await store.deleteFrom('links').where('touch_id', '=', 'spring/p-4/renewal-postcard/1').where('kind', '=', 'purl').execute();
    await closeRun(deps, { runId: RUN });

    expect(await render(deps)).toMatchObject({ pieces: 1, unprintable: 3 });
    const touches = await store
      .selectFrom('touches as t')
      .innerJoin('mailpieces as m', 'm.touch_id', 't.id')
      .select(['t.id', 't.status', 't.why', 't.cost', 'm.status as piece', 'm.problem'])
      .orderBy('t.id')
      .execute();
    expect(touches.map(({ id: _, cost, ...touch }) => ({ ...touch, cost: Number(cost) }))).toMatchInlineSnapshot(`
     [
       {
         "cost": 0.62,
         "piece": "printed",
         "problem": null,
         "status": "sent",
         "why": "sent",
       },
       {
         "cost": 0,
         "piece": "recalled",
         "problem": "Expected name in Latin letters on one line, got writing from right to left, which can’t be set (U+05D3). Write it in Latin letters.",
         "status": "not-sent",
         "why": "failed:CharacterNotInFont",
       },
       {
         "cost": 0,
         "piece": "recalled",
         "problem": "Expected the prospect's city for the address block, got none. Complete the identity and import it again.",
         "status": "not-sent",
         "why": "failed:NoAddress",
       },
       {
         "cost": 0,
         "piece": "recalled",
         "problem": "Expected touch spring/p-4/renewal-postcard/1 to have a QR and a PURL token, got no PURL token. Record both links with the touch.",
         "status": "not-sent",
         "why": "failed:BadContent",
       },
     ]
    `);
    expect(touches[1]?.id).toBe(touchId);
    const told = await store.selectFrom('events').select(['event_id', 'kind', 'evidence', 'touch', 'source', 'data', 'signal']).where('journey_id', '=', 'spring/p-2').execute();
    expect(told).toEqual([
      {
        event_id: `print-run:${touchId}:failed`,
        kind: 'failed',
        evidence: 'logical',
        touch: 'renewal-postcard/1',
        source: 'print-run',
        data: { reason: 'CharacterNotInFont' },
        signal: 'pending',
      },
    ]);
    expect(await render(deps)).toMatchObject({ pieces: 1, unprintable: 3 });
  });

  test('a message that throws concerns its own piece, and its words are not repeated: they may quote the person', async () => {
    const { deps, store, queue } = fixture;
    await queue('p-1', jeanne);
    await closeRun(deps, { runId: RUN });
    const contentOf: typeof deps.contentOf = (type) => {
      const { messages } = deps.contentOf(type);
      const failing = {
        ...messages['renewal-postcard'],
        content: () => {
          throw new TypeError('Jeanne Dupont has no offer');
        },
      };
      return { ...deps.contentOf(type), messages: { 'renewal-postcard': failing } } as ReturnType<typeof deps.contentOf>;
    };
    await renderChunk({ ...deps, contentOf }, { runId: RUN, chunk: 1 });
    const { problem } = await store.selectFrom('mailpieces').select('problem').executeTakeFirstOrThrow();
    expect(problem).toBe('Expected the message to write its content, got TypeError. Try it with these props in a unit test.');
  });
});
