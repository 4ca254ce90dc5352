import type { Code } from '../codes.ts';
import type { Trait } from '../content/mark.ts';
import type { ContentCheck } from './content-check.ts';

const CODE: Readonly<Record<Trait, Code>> = { transparency: 'transparency', opi: 'opi', postscript: 'postscript', 'external-content': 'external-content', unreadable: 'unreadable-content' };

/** How things are painted, and what is not in the file. */
export const checkTraits: ContentCheck = ({ mark, frame, findings }) => {
  if (mark.kind !== 'trait') return;
  findings.add(CODE[mark.trait], mark.trait === 'transparency' ? `The page lets the ground show through: ${mark.detail}.` : `Expected everything drawn in the page, got ${mark.detail}.`, { page: frame.number });
};
