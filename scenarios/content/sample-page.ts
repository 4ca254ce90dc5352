import { questionsToAsk } from './ask.ts';
import { NO_CONSENTS } from './consent.ts';
import type { PageContext } from './page.ts';
import type { ScenarioContent } from './scenario-content.ts';
import type { SlotReader } from './slots.ts';

/** When and where a page is looked at unless said: a Monday in Paris, so that a picture is the same each time. */
export const SAMPLE_READER: SlotReader = { at: Date.UTC(2026, 10, 30, 9), timeZone: 'Europe/Paris', country: 'FR' };

/** A page to look at; what is left out is as at a first visit. */
export type PageToShow = Partial<Omit<PageContext, 'asked'>> & Pick<PageContext, 'facts'> & { readonly reader?: SlotReader };

/**
 * What a page is written from, for previews, pictures and tests: as the tracker would show it to somebody of whom these facts are known. Where it was
 * `answered`, the facts are the answers of this mailing.
 *
 * @throws Error when the scenario has no such page.
 * @example pages['boiler-check'].body(samplePage(content, 'boiler-check', { facts: { boilerAge: 16 } }))
 */
export function samplePage(content: Pick<ScenarioContent, 'facts' | 'pages'>, name: string, given: PageToShow): PageContext {
  const page = content.pages[name];
  if (!page) throw new Error(`Expected a page of the scenario, got '${name}'. Known: ${Object.keys(content.pages).join(', ')}.`);
  const { reader = SAMPLE_READER, ...shown } = given;
  const { facts, answered = false, locale = 'fr-FR', person } = shown;
  return {
    ...{ action: '#', problems: {}, given: {}, formId: 'form-0001', voucher: '7KQ9X-M2PAB', unsubscribe: '#', consents: NO_CONSENTS },
    ...shown,
    ...{ answered, locale, person: { title: null, firstName: page.greets === 'first-name' ? (person?.firstName ?? null) : null, lastName: null } },
    asked: questionsToAsk({ page, schema: content.facts, facts, answeredSince: answered ? facts : {}, locale, reader }),
  };
}
