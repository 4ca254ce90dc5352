/**
 * A Mailgun- and Lob-compatible HTTP server for demos and tests, that the real clients talk to by their `url` option: it takes mails and mailpieces,
 * keeps them, shows them, answers Mailgun's events API and Lob's lists, and posts signed webhooks back; and Meta's audiences and lead forms. Nothing leaves
 * the machine. Imports nothing of the product,
 * so that it can't share the product's mistakes. Exports only.
 */
export { createSandbox, type SandboxOptions } from './create-sandbox.ts';
export type { SandboxMail } from './mail-routes.ts';
export type { LobOptions } from './lob/index.ts';
