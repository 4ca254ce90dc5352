import { createHash } from 'node:crypto';

/**
 * A server's key as `ssh-keygen -l` and every SSH client show it.
 *
 * @param key as it comes over the wire
 * @example fingerprint(key) // 'SHA256:uNiVztksCsDhcc0u9e8BrrJXVGDf5tQIeCQ3pnEL6VU'
 */
export function fingerprint(key: Uint8Array): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

/** Such as `ssh-ed25519`: the first field of a key on the wire (RFC 4253, section 6.6). A server has one key of each kind. */
export function keyKind(key: Uint8Array): string {
  const bytes = Buffer.from(key);
  return bytes.toString('latin1', 4, 4 + bytes.readUInt32BE(0));
}
