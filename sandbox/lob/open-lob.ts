import type { FastifyInstance } from 'fastify';
import type { Faults } from '../faults.ts';
import { openLife } from './life.ts';
import { lifeRoutes } from './life-routes.ts';
import { lobRoutes } from './lob-routes.ts';
import { openPieces } from './pieces.ts';
import type { RateLimit } from '../rate-limit.ts';
import { timeRoutes } from './sandbox-time.ts';

export interface LobOptions {
  /** The API key that callers must show, such as `test_…`. */
  readonly key: string;
  /** Key that webhooks are signed with. */
  readonly webhookSecret: string;
  /** Where webhooks go; nowhere when left out. */
  readonly webhookUrl?: string | undefined;
  /** Requests to an endpoint; Lob's 150 in 5 s unless said. */
  readonly rate?: RateLimit;
  /** Milliseconds from acceptance until a piece is rendered; 50 unless said. */
  readonly renderAfterMs?: number;
}

export interface Lob {
  resume(): void;
  close(): void;
}

/** Lob's own, by endpoint. */
const LOB_RATE: RateLimit = { requests: 150, perMs: 5_000 };

/** Adds Lob's API and the pages about it to the sandbox. */
export function openLob(app: FastifyInstance, { key, webhookSecret, webhookUrl, rate = LOB_RATE, renderAfterMs = 50, folder, retryAfterMs, faults }: LobOptions & { folder: string | undefined; retryAfterMs: readonly number[]; faults: Faults }): Lob {
  const pieces = openPieces(folder);
  const time = timeRoutes(app);
  // Events left over from an earlier sandbox are told before this one listens.
  const base = (): string => (app.server.listening ? app.listeningOrigin : '');
  const life = openLife({ pieces, time, webhookUrl, webhookSecret, retryAfterMs, renderAfterMs, base });
  lobRoutes(app, { key, rate, pieces, life, time, faults, base });
  lifeRoutes(app, { pieces, life });
  return {
    resume: life.resume,
    close() {
      life.close();
      pieces.close();
    },
  };
}
