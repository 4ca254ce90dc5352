import type { FastifyInstance } from 'fastify';
import { approvePrintRun, rejectPrintRun } from '../../client/operate-print-run.ts';
import { recordLook } from '../../store/operator-acts.ts';
import { chunksOf, countPieces, findApproval, findPrintRun, listPrintRuns, type PrintRun } from '../../store/print-runs.ts';
import { pulseOf } from '../../store/pulse.ts';
import { fieldsOf, type DashboardParts } from '../parts.ts';
import { createProofPictures, readProof } from './proof-pictures.ts';
import { runPage } from './run-page.tsx';
import { runsPage } from './runs-page.tsx';

interface RunRequest {
  readonly Params: { readonly run: string };
}

interface PictureRequest {
  readonly Params: { readonly run: string; readonly side: string; readonly page: string };
}

/** Symbols of a reason that are kept. */
const REASON_LIMIT = 300;

/** `GET /print-runs`, `/print-runs/:run` with its proof; `POST` to it: approve, reject. */
export function servePrintRuns(app: FastifyInstance, parts: DashboardParts): void {
  const { store, client, placeOf, show, notFound, carryOut, whoAsks } = parts;
  const picturesOf = createProofPictures();
  const proofOf = (run: PrintRun) => (run.proof === null ? undefined : { proof: run.proof, format: run.format });

  app.get('/print-runs', async (request, reply) => {
    const pulse = await pulseOf(store);
    const [place, runs] = await Promise.all([placeOf(request), listPrintRuns(store)]);
    return show(reply, place, runsPage(place, { runs, pulse }));
  });

  app.get<RunRequest>('/print-runs/:run', async (request, reply) => {
    const run = await findPrintRun(store, request.params.run);
    if (!run) return notFound(request, reply);
    const proof = proofOf(run);
    const pulse = await pulseOf(store, run.campaign_id);
    const [place, chunks, approval, pages, counted] = await Promise.all([
      placeOf(request),
      chunksOf(store, run.id),
      findApproval(store, { campaignId: run.campaign_id, format: run.format }),
      proof && run.status === 'awaiting-approval' ? picturesOf(proof) : undefined,
      countPieces(store, run.id),
    ]);
    if (pages) await recordLook(store, { operator: place.signedIn.operator, act: 'look-at-proof', campaignId: run.campaign_id, details: { run: run.id } });
    return show(reply, place, runPage(place, { run, chunks, approval, pages, counted, pulse }));
  });

  app.get<PictureRequest>('/print-runs/:run/proof/:side/:page', async (request, reply) => {
    const run = await findPrintRun(store, request.params.run);
    const proof = run && proofOf(run);
    const pages = proof && (await picturesOf(proof));
    const picture = pages?.[request.params.side === 'front' ? 'fronts' : 'pages'][Number(request.params.page) - 1];
    if (!run || !picture) return notFound(request, reply);
    await recordLook(store, { operator: whoAsks(request).operator, act: 'look-at-proof', campaignId: run.campaign_id, details: { run: run.id } });
    return reply.type('image/png').send(Buffer.from(picture));
  });

  app.get<RunRequest>('/print-runs/:run/proof.pdf', async (request, reply) => {
    const run = await findPrintRun(store, request.params.run);
    const file = run?.proof ? await readProof(run.proof) : undefined;
    if (!run || !file) return notFound(request, reply);
    await recordLook(store, { operator: whoAsks(request).operator, act: 'look-at-proof', campaignId: run.campaign_id, details: { run: run.id, file: 'proof.pdf' } });
    return reply.headers({ 'content-type': 'application/pdf', 'content-disposition': 'inline; filename="proof.pdf"' }).send(file);
  });

  app.post<RunRequest>('/print-runs/:run', async (request, reply) => {
    const run = await findPrintRun(store, request.params.run);
    if (!run) return notFound(request, reply);
    const { act, reason = '' } = fieldsOf(request);
    const [runId, campaignId, by] = [run.id, run.campaign_id, whoAsks(request).operator];
    if (act === 'approve') return carryOut(request, reply, { act, campaignId, details: { run: runId }, work: () => approvePrintRun(client, { runId, by }) });
    if (act !== 'reject') return notFound(request, reply);
    const why = reason.trim().slice(0, REASON_LIMIT);
    return carryOut(request, reply, {
      ...{ act, campaignId, details: { run: runId, reason: why } },
      work: async () => {
        if (why === '') throw new Error('Expected a reason for the record, got none. Say in a few words why it is not printed.');
        await rejectPrintRun(client, { runId, reason: why, by });
      },
    });
  });
}
