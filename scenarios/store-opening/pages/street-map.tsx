import { drawing } from '../../kit/drawing.tsx';
import { colours } from '../brand.ts';
import type { Store } from '../stores.ts';

const { aubergine, rose, brick } = colours;
const roads = ['M-10 92c60 22 120 18 190 2s110-18 190-6', 'M96-10c10 60 6 100 20 140s20 70 16 110', 'M250-10c-4 50 8 90 4 130s14 80 12 120', 'M-10 174c60-4 90 12 142 10s110-8 240 6', 'M-10 36c80 14 180 6 380-14'];

/** The streets around the store, drawn by hand rather than taken from a map service: it loads nothing and tells nobody who looked. */
export function StreetMap({ store: { map, street, town }, label }: { store: Store; label: string }) {
  return (
    <svg className="map" viewBox="0 0 360 240" role="img" aria-label={`${label}: ${street}, ${town}`}>
      <rect width="360" height="240" fill="#f3e6df" />
      <path d="M-10 214c50-16 90 10 150 2s100-18 230-2v40H-10z" fill="#bcd5dc" />
      <path d="M14 108c30 8 60 10 88 8l8 50c-34-2-60-2-92 2z" fill="#c9d8ae" />
      {[[34, 126], [60, 134], [84, 127], [96, 143], [42, 146]].map(([x, y]) => (
        <circle key={`${x}`} cx={x} cy={y} r="6" fill="#9fb97d" />
      ))}
      <g fill="none" stroke="#fffaf4" strokeLinecap="round">
        {roads.map((road, index) => (
          <path key={road} d={road} strokeWidth={[13, 10, 9, 9, 7][index]} />
        ))}
      </g>
      <rect x="286" y="42" width="50" height="22" rx="4" fill={rose} />
      <g fontFamily="inherit" fontSize="11.500" fill="#6d5768">
        <text x="311" y="57" textAnchor="middle">{map.station}</text>
        <text x="20" y="166" fontSize="10.500">{map.park}</text>
        <text x="30" y="230" fontStyle="italic">{map.river}</text>
        <text x="354" y="97" textAnchor="end" fontSize="11">{map.main}</text>
        <text transform="translate(259 114) rotate(84)">{map.side}</text>
      </g>
      <path d="M182 101c-4-14-20-22-20-41a20 20 0 0 1 40 0c0 19-16 27-20 41z" fill={brick} />
      <circle cx="182" cy="59" r="8" fill="#fffaf4" />
      <circle cx="182" cy="102" r="3" fill={aubergine} />
    </svg>
  );
}

/** A lamp that hangs into the page and lights it; decoration, hidden from screen readers. */
export const Lamp = drawing(
  <svg className="lamp" viewBox="0 0 220 260" aria-hidden="true">
    <linearGradient id="light" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stopColor="#ffe3a3" stopOpacity=".85" />
      <stop offset="1" stopColor="#ffe3a3" stopOpacity="0" />
    </linearGradient>
    <path fill="url(#light)" d="M74 118h72l150 330H-76z" />
    <path stroke={aubergine} strokeWidth="3" d="M110-60V70" />
    <path fill={aubergine} d="M62 118a48 52 0 0 1 96 0z" />
    <path fill="#ffd98a" d="M92 118h36a18 15 0 0 1-36 0z" />
  </svg>,
);
