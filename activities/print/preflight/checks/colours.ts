import { inksOf, type Colour, type ColourSpace } from '../content/colour-space.ts';
import type { Mark } from '../content/mark.ts';
import { wordsFor, type ContentCheck } from './content-check.ts';

/** Colour spaces and the ink that colours lay down. */
export const checkColours: ContentCheck = ({ mark, frame, rules, findings }) => {
  if (mark.kind === 'trait' || (mark.kind === 'text' && !mark.visible)) return;
  const colour = colourOf(mark);
  const space = colour?.space ?? spaceOf(mark);
  const at = { page: frame.number, place: frame.placeOf(mark.box) };
  if (space) checkSpace(space);
  const inks = colour && inksOf(colour);
  if (!inks) return;
  const total = [...inks.values()].reduce((sum, share) => sum + share, 0) * 100;
  if (total > rules.inkLimit + 0.5) findings.add('ink-coverage', `Expected at most ${rules.inkLimit} % of ink, got ${Math.round(total)} % for ${wordsFor(mark)}.`, at);

  function checkSpace(found: ColourSpace): void {
    const what = wordsFor(mark);
    switch (found.kind) {
      case 'rgb':
        findings.add('rgb-colour', `Expected CMYK, gray or a spot ink, got DeviceRGB for ${what}.`, at);
        break;
      case 'icc':
        if (found.components === 3) findings.add('screen-profile-colour', `Expected CMYK, gray or a spot ink, got RGB with a profile for ${what}.`, at);
        break;
      case 'device-independent':
        findings.add('screen-profile-colour', `Expected CMYK, gray or a spot ink, got ${found.names[0] ?? 'another space'} for ${what}.`, at);
        break;
      case 'separation':
      case 'devicen':
        checkInks(found.names);
        break;
      case 'indexed':
        if (found.base) checkSpace(found.base);
        break;
      case 'unknown':
        findings.add('unknown-colour-space', `Expected CMYK, gray or a spot ink, got ${found.names[0] ?? 'a space without a name'} for ${what}.`, at);
        break;
      case 'gray':
      case 'cmyk':
      case 'pattern':
    }
  }

  function checkInks(names: readonly string[]): void {
    for (const name of names) {
      if (name === 'All') findings.add('registration-colour', `Expected the registration colour (All) outside the page only, got it for ${wordsFor(mark)}.`, at);
      else if (!NO_EXTRA_INK.has(name)) findings.add('spot-colour', `The page needs an extra ink: ${name}.`, at);
    }
  }
};

const NO_EXTRA_INK = new Set(['Cyan', 'Magenta', 'Yellow', 'Black', 'None']);

function colourOf(mark: Mark): Colour | undefined {
  if (mark.kind === 'image') return mark.picture.mask ? mark.colour : undefined;
  return mark.kind === 'fill' || mark.kind === 'stroke' || mark.kind === 'text' ? mark.colour : undefined;
}

function spaceOf(mark: Mark): ColourSpace | undefined {
  return mark.kind === 'image' ? mark.picture.space : mark.kind === 'shading' ? mark.space : undefined;
}
