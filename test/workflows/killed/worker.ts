import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Context } from '@temporalio/activity';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { asFailures } from '../../../activities/as-failures.ts';
import { createFolder } from '../../../activities/print/providers/folder.ts';
import { printRunActivities, type PrintRunActivityDeps } from '../../../activities/print/run/print-run-activities.ts';
import { writeAtomically } from '../../../activities/print/write-atomically.ts';
import { renewalPostcard } from '../../../scenarios/boiler-renewal/messages/renewal-postcard.ts';
import { connectStore } from '../../../store/connect.ts';

/** How far a worker is: told at each step of an activity. */
export interface Step {
  readonly activity: string;
  readonly chunk?: number;
  /** Of the activity, 0 to 1. */
  readonly done: number;
}

/** A worker of print runs alone, that waits for the word `go` and tells how far it is. */
const [address, namespace, codePath, url, schema, out] = process.argv.slice(2) as [string, string, string, string, string, string];
Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'OFF', forward: {} } } });
const store = connectStore({ url, schema, connections: 4 });
const connection = await NativeConnection.connect({ address });

/** The chunk that each activity under way is about. */
const chunkOf = new Map<string, number>();
const tell = (done: number): void => {
  const { activityType: activity, activityId } = Context.current().info;
  const chunk = chunkOf.get(activityId);
  process.send?.({ activity, ...(chunk === undefined ? {} : { chunk }), done } satisfies Step);
};
let written = 0;

const messages = { 'renewal-postcard': renewalPostcard };
const deps: PrintRunActivityDeps = {
  ...{ store, out, publicUrl: 'http://127.0.0.1:8080', contact: 'nobody', client: undefined as never, campaigns: undefined as never, startPrintRun: undefined as never },
  contentOf: () => ({ messages }) as unknown as ReturnType<PrintRunActivityDeps['contentOf']>,
  printers: {
    folder: {
      ...createFolder(),
      // Takes a job once, whoever gives it again.
      handOver: async ({ runId, folder, pieceCount }) => {
        tell(0.4);
        await mkdir(join(out, 'taken'), { recursive: true });
        await writeFile(join(out, 'taken', encodeURIComponent(runId)), String(pieceCount));
        tell(0.6);
        return { reference: folder, refused: [] };
      },
    },
  },
  heartbeat: (progress) => {
    Context.current().heartbeat(progress);
    const { drawn } = (progress ?? {}) as { drawn?: number };
    tell(drawn === undefined ? 0.1 : 0.1 + (0.5 * drawn) / 200);
  },
  write: async (path, content) => {
    tell(0.65 + 0.05 * (written % 3));
    await writeAtomically(path, content);
    written += 1;
    tell(0.7 + 0.05 * (written % 3));
  },
};

const telling = Object.fromEntries(
  Object.entries(printRunActivities(deps)).map(([name, work]) => [
    name,
    async (input: { chunk?: number }) => {
      if (input.chunk !== undefined) chunkOf.set(Context.current().info.activityId, input.chunk);
      tell(0);
      const result = await (work as (input: object) => Promise<unknown>)(input);
      tell(0.95);
      return result;
    },
  ]),
);
const worker = await Worker.create({ connection, namespace, taskQueue: 'killed', workflowBundle: { codePath }, activities: asFailures(telling), maxCachedWorkflows: 0 });
process.send?.('ready');
await new Promise((resolve) => process.once('message', resolve));
await worker.run();
