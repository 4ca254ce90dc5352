/** Of our own pages: their own styles, script, face, pictures and frames; nothing inline, nothing from elsewhere. */
const PAGE_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; frame-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Of every answer; nothing that names a person is kept by anybody on the way. */
export const PAGE_HEADERS = {
  'content-security-policy': PAGE_POLICY,
  'cache-control': 'private, no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
} as const;

/** Of a mail in a frame: no script runs in it, nothing is loaded from anywhere, and no link of it leads away. */
export const MAIL_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";
