import { join } from 'node:path';
import type { PrintRun } from '../../../store/print-runs.ts';
import { seedPieceId, seedsOf } from '../../../store/print-seeds.ts';
import type { Store } from '../../../store/connect.ts';
import type { PrintMessage } from '../../../scenarios/content/index.ts';
import { RetryableError } from '../../errors.ts';
import type { JobFile, JobPiece, PrintJob } from '../providers/print-provider.ts';
import { chunkFiles, runFolder } from './run-folder.ts';
import { measureFile } from './write-file.ts';

const PAGE = 1_000;

type Messages = ReadonlyMap<string, Pick<PrintMessage<object>, 'postageClass'>>;

/** The job of a rendered run, as providers take it. */
export async function printJob({ store, out, messages }: { store: Store; out: string; messages: Messages }, run: PrintRun): Promise<PrintJob> {
  const folder = runFolder(out, run.id);
  const chunks = await store.selectFrom('print_chunks').select('files').where('print_run_id', '=', run.id).orderBy('chunk').execute();
  const files: JobFile[] = chunks.flatMap(({ files: some }) => some ?? []).map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
  for (const name of ['manifest.csv', 'manifest.json', 'ticket.json']) files.push({ name, ...(await measured(folder, name)) });
  const { count } = await store
    .selectFrom('print_seed_pieces')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('print_run_id', '=', run.id)
    .executeTakeFirstOrThrow();
  return { runId: run.id, campaignId: run.campaign_id, format: run.format, folder, files, pieceCount: (run.pieces ?? 0) + Number(count), pieces: () => piecesOf(store, { run, messages }) };
}

async function measured(folder: string, name: string): Promise<{ bytes: number; sha256: string }> {
  try {
    return await measureFile(join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new RetryableError('RunFolderMissing', `Expected ${name} in ${folder}, got no such file. PARCOURS_OUT has to be the same folder for every worker that prints, such as a shared disk.`);
  }
}

/** In the order of their pages: a chunk's own, after them the copies that are in it. */
async function* piecesOf(store: Store, { run, messages }: { run: PrintRun; messages: Messages }): AsyncIterable<JobPiece> {
  const chunks = await store.selectFrom('print_chunks').select('chunk').where('print_run_id', '=', run.id).where('pieces', 'is not', null).orderBy('chunk').execute();
  for (const { chunk } of chunks) {
    let after = '';
    for (;;) {
      const rows = await rowsOf(store, { runId: run.id, chunk, after });
      for (const row of rows) yield { ...pieceOf(row, chunk), postageClass: messages.get(row.message)?.postageClass ?? '' };
      if (rows.length < PAGE) break;
      after = rows.at(-1)!.touch_id;
    }
    for await (const copy of copiesIn(store, run, chunk)) yield { ...copy, postageClass: messages.get(copy.message)?.postageClass ?? '' };
  }
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function pieceOf(row: Row, chunk: number): Omit<JobPiece, 'postageClass'> {
  const { title, first_name, last_name, address_line, address_complement, postcode, city, country, email } = row;
  return {
    ...{ pieceId: row.touch_id, message: row.message, variant: row.variant, sha256: row.sha256! },
    ...placeOf(row, chunk),
    identity: { title, firstName: first_name, lastName: last_name, addressLine: address_line, addressComplement: address_complement, postcode, city, country: country ?? 'FR', email },
  };
}

function placeOf({ first_page, last_page, front_page }: { first_page: number | null; last_page: number | null; front_page: number | null }, chunk: number) {
  const { pages, fronts } = chunkFiles(chunk);
  return { file: pages, firstPage: first_page!, lastPage: last_page!, frontsFile: front_page === null ? null : fronts, frontPage: front_page };
}

async function* copiesIn(store: Store, { id, campaign_id }: PrintRun, chunk: number): AsyncIterable<Omit<JobPiece, 'postageClass'>> {
  const copies = await store
    .selectFrom('print_seed_pieces as s')
    .innerJoin('touches as t', 't.id', 's.copy_of')
    .selectAll('s')
    .select(['t.message', 't.variant'])
    .where('s.print_run_id', '=', id)
    .where('s.chunk', '=', chunk)
    .orderBy('s.first_page')
    .execute();
  const seeds = new Map((await seedsOf(store, campaign_id)).map(({ number, identity }) => [number, identity]));
  for (const copy of copies) {
    yield { ...{ pieceId: seedPieceId(id, copy.number), message: copy.message, variant: copy.variant, sha256: copy.sha256 }, ...placeOf(copy, chunk), identity: seeds.get(copy.number)! };
  }
}

function rowsOf(store: Store, { runId, chunk, after }: { runId: string; chunk: number; after: string }) {
  return store
    .selectFrom('mailpieces as m')
    .innerJoin('touches as t', 't.id', 'm.touch_id')
    .innerJoin('journeys as j', 'j.id', 't.journey_id')
    .leftJoin('identities as i', 'i.prospect_id', 'j.prospect_id')
    .select(['m.touch_id', 'm.first_page', 'm.last_page', 'm.front_page', 'm.sha256', 't.message', 't.variant'])
    .select(['i.title', 'i.first_name', 'i.last_name', 'i.address_line', 'i.address_complement', 'i.postcode', 'i.city', 'i.country', 'i.email'])
    .where('m.print_run_id', '=', runId)
    .where('m.chunk', '=', chunk)
    .where('m.status', '=', 'printed')
    .where('m.touch_id', '>', after)
    .orderBy('m.touch_id')
    .limit(PAGE)
    .execute();
}
