import { contentOf, SAMPLE_READER, samplePage, type AreaPage, type PersonalPage } from '../../scenarios/content/index.ts';
import { language } from '../../scenarios/kit/index.ts';
import { renderDocument, type Document } from '../../tracker/document.tsx';
import { readAreaForm } from '../../tracker/area-form.ts';
import { readPageAnswers } from '../../tracker/page-questions.ts';
import { pictures, tags } from './mail-checks.ts';
import type { Check, Page, ShownPage } from './question.ts';
import { AREA, contextOf, sampleFacts, tokenFor } from './sample.ts';

/** Bytes of a page's first load. */
const HEAVY = 50_000;

/** How a page stands: what was answered to its form, and what was wrong with that. */
interface Stand {
  readonly answered: boolean;
  readonly problems: Readonly<Record<string, string>>;
  readonly given: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, unknown>>;
}

const OPENED: Stand = { answered: false, problems: {}, given: {}, answers: {} };

/**
 * Renders a page as the tracker does, before its form and after; a form that is sent is read as the tracker reads it.
 *
 * @throws what the page throws.
 */
export function showPage(shown: ShownPage): Page {
  const draw = shown.kind === 'area' ? areaPage(shown) : personalPage(shown);
  const sent = shown.form ?? (shown.state === 'answered' ? firstAnswers(renderDocument(draw.page(OPENED))) : undefined);
  const stand = sent ? draw.read(sent) : OPENED;
  // A page that asks for a name or an address is shown as it thanks, whatever was or was not made up for it.
  const settled = shown.form || shown.state === 'asked' ? stand : { ...stand, answered: true, problems: {} };
  const document = draw.page(settled);
  const html = renderDocument(document);
  return { title: document.title, html, bytes: Buffer.byteLength(html), problems: settled.problems, checks: checkPage(html) };
}

interface Drawn {
  page(stand: Stand): Document;
  read(form: Readonly<Record<string, unknown>>): Stand;
}

function personalPage(shown: ShownPage): Drawn {
  const content = contentOf(shown.type);
  const page: PersonalPage | undefined = content.pages[shown.name];
  if (!page) throw new Error(`Expected a page of ${shown.type}, got '${shown.name}'.`);
  const scenario = shown.type.replace(/\.v\d+$/, '');
  const asks = page.asks.map(({ fact }) => fact);
  const { props: known, person, locale, unsubscribe } = contextOf(shown, { sample: sampleFacts({ scenario, content, asks }), links: {} });
  const token = tokenFor(shown.type, shown.name, 'qr');
  // As somebody sees them who came by paper and has agreed to nothing yet.
  const asked = (page.consents ?? []).map(({ medium, words }) => ({ medium, text: words[language(locale)] }));
  const consents = { asked, needsEmail: asked.length > 0, onItsWay: false };
  return {
    page(stand) {
      const facts = { ...known, ...stand.answers };
      const { answered, problems, given } = stand;
      const context = samplePage(content, shown.name, { person, locale, facts, action: shown.action, answered, problems, given, formId: 'preview-0001', voucher: `${token.slice(0, 5)}-${token.slice(5)}`, unsubscribe, consents });
      return { language: locale, title: page.title(context), styles: page.styles, body: page.body(context) };
    },
    read(body) {
      const { answers, problems, given } = readPageAnswers({ page, schema: content.facts, facts: { ...known }, answeredSince: {}, locale, reader: SAMPLE_READER, body });
      return { answered: Object.keys(problems).length === 0, answers, problems, given };
    },
  };
}

function areaPage(shown: ShownPage): Drawn {
  const { drop, facts } = contentOf(shown.type);
  if (!drop) throw new Error(`Expected ${shown.type} to have a drop in its content, got none.`);
  const page: AreaPage = drop.page;
  const { locale } = contextOf(shown, { sample: {}, links: {} });
  return {
    page({ answered, problems, given }) {
      const context = { area: AREA, locale, action: shown.action, answered, problems, given, formId: 'preview-0001' };
      return { language: locale, title: page.title(context), styles: page.styles, body: page.body(context) };
    },
    read(body) {
      const { answers, problems, given } = readAreaForm({ code: AREA.code, body, page, facts, locale });
      return { answered: Object.keys(problems).length === 0, answers, problems, given };
    },
  };
}

/** The first answer of each question with choices. */
function firstAnswers(html: string): Record<string, string> {
  const choices = tags(html, 'input').filter(({ type }) => type === 'radio');
  return Object.fromEntries(choices.reverse().map(({ name = '', value = '' }) => [name, value]));
}

function checkPage(html: string): Check[] {
  const bytes = Buffer.byteLength(html);
  const headings = tags(html, 'h1').length;
  return [
    { state: bytes < HEAVY ? 'good' : 'warn', title: `${(bytes / 1_000).toFixed(1)} kB at first load`, ...(bytes < HEAVY ? {} : { detail: 'A page is to stay under 50 kB, for phones far from a mast.' }) },
    headings === 1 ? { state: 'good', title: 'One main heading' } : { state: 'warn', title: `${headings} main headings`, detail: 'Who has pages read out looks for the one h1.' },
    ...pictures(html),
    tags(html, 'script').length === 0 ? { state: 'good', title: 'It needs no script' } : { state: 'bad', title: 'It has a script', detail: 'The tracker’s policy does not let it run.' },
  ];
}
