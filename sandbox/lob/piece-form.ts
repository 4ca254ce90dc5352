import type { FastifyRequest } from 'fastify';
import { refuse } from './refusal.ts';

/** What was posted: fields, those in brackets as objects, and files. */
export interface PieceForm {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Reads a body in any of the three encodings that Lob takes: JSON, urlencoded, multipart, nested as `to[name]` in the last two. */
export async function readPieceForm(request: FastifyRequest): Promise<PieceForm> {
  if (!request.isMultipart()) {
    const body = (request.body ?? {}) as Record<string, unknown>;
    return { fields: nested(Object.entries(body)), files: new Map() };
  }
  const entries: [string, unknown][] = [];
  const files = new Map<string, Uint8Array>();
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      files.set(part.fieldname, await part.toBuffer());
      if (part.file.truncated) refuse('file_size_exceeds_limit', `${part.fieldname} file size exceeds limit`);
    } else entries.push([part.fieldname, String(part.value)]);
  }
  return { fields: nested(entries), files };
}

function nested(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of entries) {
    const inner = /^([^[\]]+)\[([^[\]]+)\]$/.exec(name);
    if (!inner) {
      fields[name] = value;
      continue;
    }
    const [, outer = '', key = ''] = inner;
    const known = fields[outer];
    fields[outer] = { ...(typeof known === 'object' ? known : {}), [key]: value };
  }
  return fields;
}
