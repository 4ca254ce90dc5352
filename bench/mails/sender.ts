import { campaignLookup } from '../../activities/campaign-lookup.ts';
import { sendEmail } from '../../activities/email/send-email.ts';
import { contentOf } from '../../scenarios/content/index.ts';
import { connectStore } from '../../store/index.ts';
import { mailingOf } from '../../worker/mail-provider.ts';
import { workerSettings } from '../../worker/settings.ts';
import { mailFor } from './audience.ts';
import { sendMails } from './send-mails.ts';

/** A process that sends its part of the mails, by the settings of a worker: what a worker's email activity does, without Temporal's share of it. */
const settings = workerSettings(process.env);
const [first, every, count] = process.argv.slice(2).map(Number) as [number, number, number];
const store = connectStore({ url: settings.DATABASE_URL, schema: settings.DATABASE_SCHEMA, connections: 8 });
const deps = { store, campaigns: campaignLookup(store), contentOf, publicUrl: settings.PARCOURS_PUBLIC_URL, from: settings.MAIL_FROM, ...mailingOf(settings) };
// A worker that is started anew is not asked again for what is settled.
const settled = new Set((await store.selectFrom('touches').select('journey_id').where('status', '<>', 'sending').execute()).map(({ journey_id: id }) => id));
const mine = Array.from({ length: count }, (_, number) => number).filter((number) => number % every === first);
await sendMails((request) => sendEmail(deps, 'email', request), mine.map(mailFor).filter(({ journeyId }) => !settled.has(journeyId)), 24);
await store.destroy();
// Connections that mailgun.js keeps alive would hold the process for some seconds more.
process.exit(0);
