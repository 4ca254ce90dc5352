import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { baseOf, createPreview } from './create-preview.ts';
import { serveLive } from './live.ts';
import { openRenderer } from './open-renderer.ts';
import type { Problem } from './question.ts';
import { watchFiles } from './watch-files.ts';

/** What mails, cards and pages are made of. */
const SOURCES = ['scenarios', 'activities', 'tracker'].map((folder) => fileURLToPath(new URL(`../../${folder}`, import.meta.url)));

export interface PreviewOptions {
  /** A scenario's name or version, such as `win-back` or `win-back.v1`; the first registered unless said. */
  readonly scenario?: string | undefined;
  /** Any free one when 0. */
  readonly port: number;
  /** Told after each change of a file: how long it took in milliseconds, and why the scenarios can't be loaded, if so. */
  readonly onReload?: (reload: { readonly took: number; readonly problem: Problem | undefined }) => void;
}

export interface Preview {
  readonly url: string;
  /** Why the scenarios could not be loaded at the start. */
  readonly problem: Problem | undefined;
  close(): Promise<void>;
}

/**
 * Serves the preview of every scenario, on this machine alone, until it is closed; what changes on disk is seen at once.
 *
 * @throws Error when there is no such scenario, or the port is taken.
 * @example
 * const preview = await startPreview({ scenario: 'boiler-renewal', port: 4400 });
 */
export async function startPreview({ scenario, port, onReload }: PreviewOptions): Promise<Preview> {
  const renderer = await openRenderer();
  try {
    const versions = await renderer.ask({ ask: 'versions' });
    if (scenario !== undefined && 'value' in versions && !versions.value.some((one) => one.type === scenario || one.scenario === scenario)) {
      throw new Error(`Expected a registered scenario, got '${scenario}'. Known: ${[...new Set(versions.value.map((one) => one.scenario))].join(', ')}.`);
    }
    const life = randomUUID();
    const app = await createPreview({ renderer, life, first: scenario });
    const live = serveLive(app, life);
    await app.listen({ host: '127.0.0.1', port }).catch((error: NodeJS.ErrnoException) => {
      live.close();
      throw error.code === 'EADDRINUSE' ? new Error(`Expected port ${port} to be free, got one that is taken. Name another: npx parcours preview --port ${port + 1}`) : error;
    });

    const reload = async (): Promise<void> => {
      const began = Date.now();
      live.tell('loading');
      await renderer.reload();
      live.tell('changed');
      onReload?.({ took: Date.now() - began, problem: renderer.problem });
    };
    const unwatch = watchFiles({ folders: SOURCES, onChange: () => void reload() });
    return {
      url: baseOf(app),
      problem: renderer.problem,
      async close() {
        unwatch();
        live.close();
        renderer.close();
        await app.close();
      },
    };
  } catch (error) {
    renderer.close();
    throw error;
  }
}
