import { renderToStaticMarkup } from 'react-dom/server';
import { renderEmail, type RenderedEmail } from '../../activities/email/render-email.ts';
import { isDesigned } from '../../activities/print/piece.ts';
import { renderPrintRun } from '../../activities/print/render-print-run.ts';
import { samplePage, type AnyPrintMessage, type DesignedContent, type EmailMessage, type PageToShow, type PostcardContent, type PrintContent, type ScenarioContent } from '../../scenarios/content/index.ts';
import { samplePiece } from '../activities/print/sample-pieces.ts';

/** A message to look at: its sample props unless said. */
export interface Shown {
  readonly message: string;
  readonly props?: object;
  readonly locale?: string;
  readonly variant?: string;
  readonly person?: { readonly title: string | null; readonly firstName: string | null; readonly lastName: string | null };
}

export const LOCALES = ['fr-FR', 'en-GB'] as const;
export const UNSUBSCRIBE = 'https://parcours.example/u/UNSUBSCR23';
const PERSON = { title: 'Mme', firstName: 'Élodie', lastName: 'Martin-Roux' };
/** As long as names come. */
export const LONG_NAME = { title: 'Mme', firstName: 'Anne-Charlotte', lastName: 'de La Rochefoucauld-Beaulieu' };

/** The tracked address of each link that a mail declares. */
export function linksOf(content: ScenarioContent, message: string): Record<string, string> {
  const { links } = content.messages[message] as EmailMessage<'email', object>;
  return Object.fromEntries(Object.keys(links).map((name) => [name, `https://parcours.example/c/${name.toUpperCase().padEnd(10, '2').slice(0, 10)}`]));
}

/** Renders a mail as the activity does. */
export function mail(content: ScenarioContent, shown: Shown): RenderedEmail {
  const message = content.messages[shown.message] as EmailMessage<'email', object>;
  return renderEmail({ name: shown.message, message, context: { ...contextOf(content, shown), links: linksOf(content, shown.message) } });
}

/** Prints cards as a run does, and says what could not be printed. */
export async function unprintable(content: ScenarioContent, cards: readonly Shown[]): Promise<string[]> {
  const pieces = cards.map((shown, index) => ({ ...samplePiece(3), touchId: `spring/p-${index}/card/1`, content: contentOf(content, shown) }));
  const run = await renderPrintRun({ title: 'all', pieces, at: new Date(0) });
  return run.unprintable.map(({ touchId, error }) => `${touchId}: ${error.message}`);
}

/** What a card in the house's own drawing says. */
export function cardOf(content: ScenarioContent, shown: Shown): PostcardContent {
  const card = contentOf(content, shown);
  if (isDesigned(card)) throw new Error(`Expected ${shown.message} to be a house card, got one in a design of its own. Use designedOf.`);
  return card;
}

/** What a designed mailpiece is filled with. */
export function designedOf(content: ScenarioContent, shown: Shown): DesignedContent['values'] {
  const piece = contentOf(content, shown);
  if (!isDesigned(piece)) throw new Error(`Expected ${shown.message} to have a design of its own, got a house card. Use cardOf.`);
  return piece.values;
}

function contentOf(content: ScenarioContent, shown: Shown): PrintContent {
  const message = content.messages[shown.message] as AnyPrintMessage;
  return message.content({ ...contextOf(content, { person: LONG_NAME, ...shown }), links: { qr: 'https://parcours.example/q/7KQ9XM2PAB', purl: 'https://parcours.example/p/anne-charlotte-de-la-3RTW8HNKVC' } });
}

/** The markup of a personal page. */
export function page(content: ScenarioContent, name: string, context: PageToShow): string {
  return renderToStaticMarkup(content.pages[name]!.body(samplePage(content, name, { person: PERSON, action: '/p/elodie-7KQ9XM2PAB', unsubscribe: UNSUBSCRIBE, ...context })));
}

function contextOf(content: ScenarioContent, { message, props, locale = 'fr-FR', variant, person = PERSON }: Shown) {
  return { props: { ...content.messages[message]!.sample, ...props }, person, locale, links: {}, unsubscribe: UNSUBSCRIBE, ...(variant === undefined ? {} : { variant }) };
}
