import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { listActs, type RecordedAct } from '../../store/operator-acts.ts';
import { PageHead } from '../page/page-head.tsx';
import { inLanguage, withQuery, type Place } from '../page/place.ts';
import type { PageToRender } from '../page/shell.tsx';
import type { DashboardParts } from '../parts.ts';
import { ActList } from './act-list.tsx';

const PAGE = 50;
const schema = z.object({ before: z.string().regex(/^\d{1,18}$/).optional().catch(undefined) });

/** `GET /record`: who did what, and looked at whom. */
export function serveRecord(app: FastifyInstance, { store, placeOf, show }: DashboardParts): void {
  app.get('/record', async (request, reply) => {
    const { before } = schema.parse(request.query);
    const [place, acts] = await Promise.all([placeOf(request), listActs(store, { before, limit: PAGE + 1 })]);
    return show(reply, place, recordPage(place, acts.slice(0, PAGE), acts.length > PAGE));
  });
}

function recordPage(place: Place, acts: readonly RecordedAct[], hasMore: boolean): PageToRender {
  const words = inLanguage(place, WORDS);
  return {
    title: words.title,
    children: (
      <>
        <PageHead title={words.title} note={words.note} />
        <div className="card">{acts.length === 0 ? <p className="empty">{words.none}</p> : <ActList acts={acts} place={place} />}</div>
        {hasMore && (
          <p className="pages">
            <a className="button calm" href={withQuery(place.path, { before: acts.at(-1)!.id })}>
              {words.older}
            </a>
          </p>
        )}
      </>
    ),
  };
}

const WORDS = {
  en: { title: 'Record', note: 'What operators did and whom they looked at. Nothing is taken off it.', none: 'Nothing yet.', older: 'Older' },
  fr: { title: 'Registre', note: 'Ce que les opérateurs ont fait et qui ils ont regardé. Rien n’en est retiré.', none: 'Rien encore.', older: 'Plus anciens' },
};
