import { renderEmail } from '../../activities/email/render-email.ts';
import { contentOf, type EmailMessage, type ScenarioContent } from '../../scenarios/content/index.ts';
import { linksOf } from './catalogue.ts';
import { checkMail } from './mail-checks.ts';
import type { Mail, Shown } from './question.ts';
import { contextOf } from './sample.ts';

/**
 * Renders a mail as the activity that sends it does, but for the honeypot, which nobody sees.
 *
 * @throws what the message throws.
 */
export function showMail(shown: Shown): Mail {
  const content = contentOf(shown.type);
  const message = content.messages[shown.name];
  if (!message || message.medium === 'print') throw new Error(`Expected a mail of ${shown.type}, got '${shown.name}'.`);
  const links = linksOf(shown);
  const context = contextOf(shown, { sample: message.sample, links });
  const mail = message as EmailMessage<'email', object>;
  const { merges, ...alone } = mail;
  const render = (drawn: typeof alone) => renderEmail({ name: shown.name, message: drawn, context });
  const rendered = render(mail);
  const preheader = message.preheader(context);
  const checks = checkMail({ ...rendered, preheader, links, targets: message.links, pages: Object.keys(content.pages), unsubscribe: context.unsubscribe, alone: merges && render(alone).html });
  return { ...rendered, preheader, from: senderOf(content, shown), bytes: Buffer.byteLength(rendered.html), checks };
}

/** The sender's name is the worker's setting (`MAIL_FROM`); a card of the scenario says the brand's. */
function senderOf({ messages, drop }: ScenarioContent, shown: Shown): string {
  for (const message of Object.values(messages)) {
    if (message.medium !== 'print') continue;
    try {
      const content = message.content({ ...contextOf({ ...shown, props: undefined }, { sample: message.sample, links: {} }) });
      if ('brand' in content) return content.brand;
    } catch {
      // The next card may say it.
    }
  }
  return drop?.leaflet({ code: '', name: '' }).brand ?? shown.type;
}
