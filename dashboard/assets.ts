import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { serveFaces } from './page/faces.ts';
import { script } from './page/script.ts';
import { styles } from './page/styles.ts';

/** The style sheet, the one script and the typeface. They say nothing of anybody, so browsers keep them. */
export function serveAssets(app: FastifyInstance): void {
  const files = [
    ['/assets/dashboard.css', 'text/css; charset=utf-8', styles],
    ['/assets/dashboard.js', 'text/javascript; charset=utf-8', script],
  ] as const;
  for (const [path, type, text] of files) {
    const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 20)}"`;
    app.get(path, (request, reply) => {
      reply.headers({ 'cache-control': 'public, no-cache', etag: tag });
      return request.headers['if-none-match'] === tag ? reply.code(304).send() : reply.type(type).send(text);
    });
  }
  serveFaces(app);
}
