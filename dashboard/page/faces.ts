import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { FastifyInstance } from 'fastify';

/** Serves the typeface of our own pages, `/assets/inter-400.woff2` and `/assets/inter-600.woff2`. */
export function serveFaces(app: FastifyInstance): void {
  const resolve = createRequire(import.meta.url).resolve;
  for (const weight of [400, 600]) {
    app.get(`/assets/inter-${weight}.woff2`, async (_, reply) => reply.type('font/woff2').header('cache-control', 'public, max-age=86400').send(await readFile(resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`))));
  }
}
