/**
 * A Mailgun-compatible HTTP server for demos and tests, that the real client talks to by its `url` option: it takes mails, keeps them,
 * shows them, answers Mailgun's events API and posts signed webhooks back; and Meta's audiences and lead forms. Nothing leaves the machine. Imports nothing of the product,
 * so that it can't share the product's mistakes. Exports only.
 */
export { createSandbox, type SandboxOptions } from './create-sandbox.ts';
export type { SandboxMail } from './mail-routes.ts';
