import { drawing } from '../../kit/drawing.tsx';
import { colours } from '../brand.ts';

const { sun, sky } = colours;

/** A town bicycle on a dashed road; decoration, hidden from screen readers. */
export const Bicycle = drawing(
  <svg className="bicycle" viewBox="0 0 200 124" aria-hidden="true">
    <path d="M-60 119h320" stroke={sun} strokeWidth="3" strokeDasharray="16 12" />
    <g fill="none" stroke={sky} strokeWidth="3.500">
      <circle cx="46" cy="82" r="33" />
      <circle cx="154" cy="82" r="33" />
      <circle cx="88" cy="84" r="8" strokeWidth="2.500" />
    </g>
    <path
      fill="none"
      stroke={sky}
      strokeWidth=".7"
      opacity=".6"
      d="M46 49v66M13 82h66M23 59l46 46M69 59l-46 46M154 49v66M121 82h66M131 59l46 46M177 59l-46 46"
    />
    <g fill="none" stroke={sun} strokeWidth="5" strokeLinecap="round" strokeLinejoin="round">
      <path d="M46 82l42 2L76 40zM88 84l46-50-56 14M131 26l4 12 19 44" />
    </g>
    <path fill="none" stroke={sky} strokeWidth="3.200" strokeLinecap="round" strokeLinejoin="round" d="M74 34l2 6M130 24l1 4M130 24l8-6 8 2 1 7M88 84l9 13M91 98l12-2" />
    <path fill={sky} d="M58 28c2-4 12-3 28-2.500 6 .5 6 4.500 1 5-9 1-15 3.500-21 3.500s-9.500-3-8-6z" />
    <path fill={sky} d="M140 34h32l-5 22h-22z" opacity=".92" />
    <path stroke="#1c3db4" strokeWidth="1" d="M148 36l2 18M156 36v18M164 36l-2 18M141 41h29M143 48h26" />
  </svg>,
);
