import { drawing } from '../../kit/drawing.tsx';

/** Drawings of the page; decoration, hidden from screen readers. */
export const Flame = drawing(
  <svg className="flame" viewBox="0 0 24 32" aria-hidden="true">
    <path fill="#c8442b" d="M12 0c1 6 10 9 10 19a10 12 0 0 1-20 1C2 14 7 12 7 7c3 2 4 4 4 6 2-3 2-8 1-13z" />
    <path fill="#f0a95b" d="M12 15c1 3 5 5 5 9a5 6 0 0 1-10 0c0-3 2-4 3-7 1 1 1.500 2 1.500 3 .8-1.500.8-3 .5-5z" />
  </svg>,
);

/** A house in the evening, its windows lit, a little smoke; it stands on the card below. */
export const HomeAtNight = drawing(
  <svg className="home" viewBox="0 0 220 150" aria-hidden="true">
    <circle cx="190" cy="30" r="12" fill="#f6efe4" opacity=".85" />
    <g fill="#f6efe4">
      <circle cx="26" cy="30" r="1.600" opacity=".7" />
      <circle cx="66" cy="14" r="1.200" opacity=".5" />
      <circle cx="116" cy="20" r="1.400" opacity=".6" />
      <circle cx="208" cy="72" r="1.300" opacity=".5" />
    </g>
    <path fill="none" stroke="#f6efe4" strokeWidth="4" strokeLinecap="round" opacity=".35" d="M148 44c-7-8 7-13 0-21s6-11 1-17" />
    <path fill="#2b5a4c" d="M140 52h16v34h-16z" />
    <path fill="#f6efe4" d="M56 150V92l54-40 54 40v58z" />
    <path fill="none" stroke="#c8442b" strokeWidth="10" strokeLinejoin="round" strokeLinecap="round" d="M46 97l64-47 64 47" />
    <path fill="#f0a95b" d="M68 106h24v22H68zM128 106h24v22h-24z" />
    <path stroke="#c8442b" strokeWidth="1.600" d="M80 106v22M68 117h24M140 106v22M128 117h24" />
    <path fill="#f0a95b" d="M110 71a8 8 0 1 1 0 16 8 8 0 0 1 0-16" />
    <path fill="#16382f" d="M101 150v-40a9 9 0 0 1 18 0v40z" />
  </svg>,
);
