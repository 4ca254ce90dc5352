import type { Reconciliation } from '../../store/print-plan.ts';
import type { ListedRun, PrintRun, RunChunk } from '../../store/print-runs.ts';
import { ActForm } from '../page/form.tsx';
import { inLanguage, type Place } from '../page/place.ts';
import { Card, KeyFigures, LivePart, State } from '../page/show-parts.tsx';
import type { PageToRender } from '../page/shell.tsx';
import type { ProofPages } from './proof-pictures.ts';
import { runPath } from './run-list.tsx';
import { runWords, stateOf, toneOf } from './run-words.ts';

interface ShownRun {
  readonly run: PrintRun;
  /** Its pieces, counted. */
  readonly counted: Pick<ListedRun, 'queued' | 'printed' | 'recalled'>;
  readonly chunks: readonly RunChunk[];
  readonly approval: { readonly by: string; readonly at: Date } | undefined;
  readonly pages: ProofPages | undefined;
  readonly pulse: string;
}

export function runPage(place: Place, { run, counted, chunks, approval, pages, pulse }: ShownRun): PageToRender {
  const words = inLanguage(place, runWords);
  const { count, dateTime } = place.figures;
  const state = stateOf(run);
  const done = chunks.filter(({ renderedAt }) => renderedAt !== null).length;
  return {
    title: run.id,
    live: { from: `/live?campaign=${encodeURIComponent(run.campaign_id)}`, pulse },
    children: (
      <>
        <div className="head">
          <div>
            <a className="crumb" href="/print-runs">
              {words.back}
            </a>
            <h1>{run.id.replace(/T(\d\d:\d\d):.*?Z/, ' $1')}</h1>
            <LivePart name="state">
              <p>
                <State tone={toneOf(state)}>{words.states[state]}</State>
              </p>
              {approval && <p className="quiet">{words.approvedBy(approval.by, dateTime(approval.at))}</p>}
            </LivePart>
          </div>
          <p className="quiet">
            {words.campaign} <a href={`/campaigns/${encodeURIComponent(run.campaign_id)}`}>{run.campaign_id}</a>
          </p>
        </div>
        <LivePart name="decision">{state === 'awaiting-approval' && <Decision place={place} run={run} pages={pages} />}</LivePart>
        <LivePart name="figures">
          <KeyFigures
            figures={[
              [words.cutOff, dateTime(run.cut_off)],
              [words.printed, count(counted.printed)],
              [words.queued, count(counted.queued)],
              [words.recalled, count(counted.recalled)],
              [words.printer, run.printer, run.reference === null ? undefined : `${words.reference} ${run.reference}`],
              ...(chunks.length > 0 ? ([[words.chunks, count(chunks.length), words.chunksDone(count(done), count(chunks.length))]] as const) : []),
              ...(run.handed_over_at ? ([[words.handedOver, dateTime(run.handed_over_at)]] as const) : []),
            ]}
          />
        </LivePart>
        <LivePart name="came-of-it" className="grid">
          {run.problem !== null && (
            <Card title={words.problem}>
              <p>{run.problem}</p>
            </Card>
          )}
          {(run.status === 'handed-over' || run.reconciliation) && (
            <Card title={words.reconciliation}>
              <PrinterSaid place={place} said={run.reconciliation} />
            </Card>
          )}
        </LivePart>
      </>
    ),
  };
}

/** What is to be decided, beside what it is decided on. */
function Decision({ place, run, pages }: { place: Place; run: PrintRun; pages: ProofPages | undefined }) {
  const words = inLanguage(place, runWords);
  const path = runPath(run.id);
  return (
    <section className="card decision">
      <div className="bar">
        <div>
          <h2>{words.proof}</h2>
          <p className="quiet">{words.proofNote}</p>
        </div>
        <div className="controls">
          {pages && (
            <a className="button calm" href={`${path}/proof.pdf`} target="_blank" rel="noreferrer">
              {words.proofOpen}
            </a>
          )}
          <ActForm place={place} action={path} act="approve" focus="approve">
            <button type="submit">{words.approve}</button>
          </ActForm>
          <details className="more danger" id="reject">
            <summary>{words.reject}</summary>
            <ActForm place={place} action={path} act="reject" focus="reject">
              <p className="quiet">{words.rejectNote}</p>
              <label>
                {words.reason}
                <textarea name="reason" required maxLength={300} rows={2} />
              </label>
              <button type="submit" className="danger">
                {words.rejectYes}
              </button>
            </ActForm>
          </details>
        </div>
      </div>
      <p className="quiet">{words.approveNote}</p>
      {pages ? (
        <div className="proof">
          {pages.fronts.map((_, index) => (
            <ProofPage key={`front ${index}`} src={`${path}/proof/front/${index + 1}`} name={words.front(index + 1)} />
          ))}
          {pages.pages.map((_, index) => (
            <ProofPage key={`page ${index}`} src={`${path}/proof/page/${index + 1}`} name={words.page(index + 1)} />
          ))}
        </div>
      ) : (
        <p>{words.proofAway(run.proof ?? '')}</p>
      )}
    </section>
  );
}

function ProofPage({ src, name }: { src: string; name: string }) {
  return (
    <figure>
      <a href={src} target="_blank" rel="noreferrer">
        <img src={src} alt={name} loading="lazy" />
      </a>
      <figcaption>{name}</figcaption>
    </figure>
  );
}

/** Differences shown by name. */
const SHOWN = 20;

function PrinterSaid({ place, said }: { place: Place; said: Reconciliation | null }) {
  const words = inLanguage(place, runWords);
  const { count } = place.figures;
  if (!said) return <p className="empty">{words.notYet}</p>;
  if (said.result === 'unreported') return <p>{words.unreported}</p>;
  if (said.result === 'reconciled') return <p>{words.reconciled(count(said.printed), count(said.ordered))}</p>;
  const { missing, spoiled, unknown } = said.differences;
  const lines = [...missing.map((piece) => `${words.missing} · ${piece}`), ...spoiled.map(({ pieceId, reason }) => `${words.spoiled} · ${pieceId} · ${reason}`), ...unknown.map((piece) => `${words.unknown} · ${piece}`)];
  return (
    <>
      <p>{words.differs({ printed: count(said.printed), ordered: count(said.ordered), missing: count(said.missing), spoiled: count(said.spoiled), unknown: count(said.unknown) })}</p>
      <ul className="differences">
        {lines.slice(0, SHOWN).map((line) => (
          <li key={line} className="quiet">
            {line}
          </li>
        ))}
      </ul>
    </>
  );
}
