import { inksOf } from '../content/colour-space.ts';
import { insideBy, isWithin, type ContentCheck } from './content-check.ts';
import { mm, tenths } from '../page-frame.ts';

/** Points: from here on letters are strong enough for several inks. */
const [LARGE_BLACK, LARGE_COLOUR] = [14, 6];
/** Share from which an ink is to be seen. */
const SEEN = 0.05;

/** Fonts, the inks of text, and where it stands. */
export const checkTexts: ContentCheck = ({ mark, frame, rules, findings }) => {
  if (mark.kind !== 'text') return;
  const at = { page: frame.number, place: frame.placeOf(mark.box) };
  const size = `${tenths(mark.size)} pt`;
  if (!mark.visible) {
    findings.add('invisible-text', `There is text that is neither filled nor outlined, in ${mark.font?.name ?? 'an unnamed font'}.`, at);
    return;
  }
  if (!mark.font) findings.add('font-not-embedded', 'Expected text in a font of the page, got text without one.', at);
  else if (mark.font.type3) findings.add('type3-font', `Expected TrueType or OpenType, got the Type 3 font ${mark.font.name}.`, at);
  else if (!mark.font.embedded) findings.add('font-not-embedded', `Expected every font in the file, got ${mark.font.name} without it.`, at);

  const inks = inksOf(mark.colour);
  const seen = [...(inks ?? [])].filter(([, share]) => share >= SEEN);
  if (mark.colour.space.kind !== 'separation' && (inks?.get('Black') ?? 0) >= 0.6 && seen.length > 1 && mark.size < LARGE_BLACK) {
    findings.add('rich-black-text', `Expected black text under ${LARGE_BLACK} pt in K alone, got ${percents(seen)} at ${size}.`, at);
  } else if (seen.length > 2 && mark.size < LARGE_COLOUR) {
    findings.add('small-text-inks', `Expected text under ${LARGE_COLOUR} pt in one ink or two, got ${percents(seen)} at ${size}.`, at);
  }

  const inside = insideBy(mark.box, frame.trim);
  if (!isWithin(mark.box, frame.bleed)) findings.add('text-outside-trim', 'There is text outside the page and its bleed.', { ...at, severity: 'note' });
  else if (inside < -0.2) findings.add('text-outside-trim', `Expected text within the trim, got text that reaches ${mm(-inside)} beyond it.`, at);
  else if (inside < rules.safe - 0.2) findings.add('text-near-trim', `Expected text ${mm(rules.safe)} from the trim or more, got text at ${mm(Math.max(0, inside))}.`, at);
};

function percents(inks: readonly (readonly [string, number])[]): string {
  return inks.map(([name, share]) => `${name.length > 7 || name.includes(' ') ? name : name.charAt(0) === 'B' ? 'K' : name.charAt(0)} ${Math.round(share * 100)}`).join(' ');
}
