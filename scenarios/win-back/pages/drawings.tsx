import { drawing } from '../../kit/drawing.tsx';
import { colours } from '../brand.ts';

const { mint, foam, crema, leaf } = colours;

/** A cup on the top shelf, still warm; decoration, hidden from screen readers. */
export const CupOnShelf = drawing(
  <svg className="cup" viewBox="0 0 240 150" aria-hidden="true">
    <g fill="none" stroke={foam} strokeWidth="4" strokeLinecap="round" opacity=".4">
      <path d="M98 58c-8-9 8-15 0-25s8-13 1-23M120 58c-8-9 8-15 0-25s8-13 1-23M142 58c-8-9 8-15 0-25s8-13 1-23" />
    </g>
    <circle cx="172" cy="96" r="16" fill="none" stroke={foam} strokeWidth="8" />
    <path fill={foam} d="M72 72h98c0 34-14 62-49 62S72 106 72 72z" />
    <path fill={leaf} d="M75 90h92c-1 6-3 11-5 15H80c-2-4-4-9-5-15z" />
    <ellipse cx="121" cy="72" rx="49" ry="9" fill={foam} />
    <ellipse cx="121" cy="73" rx="43" ry="6.500" fill="#5a382a" />
    <ellipse cx="117" cy="74" rx="26" ry="3.500" fill={crema} />
    <path fill={mint} d="M-1600 137h3200v6h-3200z" opacity=".9" />
    <path fill={mint} opacity=".35" d="M10 137V98c0-3 2-5 5-5h26c3 0 5 2 5 5v39zM202 137v-30h30v30z" />
    <path fill={mint} opacity=".35" d="M14 84h28v7H14z" />
  </svg>,
);
