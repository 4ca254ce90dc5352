import { drawing } from '../../kit/drawing.tsx';

/** A basket with its vegetables; decoration. */
export const Basket = drawing(
  <svg className="basket" viewBox="-4 -8 128 124" aria-hidden="true">
    <g fill="#e8641f">
      <path d="M26 50C22 36 28 22 36 16c6 8 8 22 6 34z" />
      <path d="M42 50c0-16 6-32 14-40 6 10 6 26 2 40z" />
    </g>
    <path fill="#79ad4a" d="M36 18c-6-8-6-14-3-18 3 4 5 8 5 12 2-5 6-8 10-8-1 6-5 11-12 14zM56 12c-4-6-3-11 0-15 2 4 3 7 3 10 3-4 7-5 11-4-2 5-7 9-14 9z" />
    <path fill="#a9cc7a" d="M66 50V18C62 12 60 6 62 0c4 4 6 8 7 12 1-6 4-11 8-14 1 7 0 14-3 20v32z" />
    <path fill="#a3315c" d="M78 50c-2-10 4-20 14-20s16 10 12 20z" />
    <path fill="#79ad4a" d="M90 32c-4-8-4-16 0-22 4 4 5 8 4 12 3-3 6-4 10-3-1 6-5 11-12 13z" />
    <path fill="#d9b96a" d="M14 58h92l-10 50c-1 3-3 4-6 4H30c-3 0-5-1-6-4z" />
    <path fill="#b8913d" d="M19 72h82l-.8 4H19.800zM21.400 84h77.200l-.8 4H22.200zM23.800 96h72.400l-.8 4H24.600zM8 52c0-2 2-4 4-4h96c2 0 4 2 4 4v6c0 2-2 4-4 4H12c-2 0-4-2-4-4z" />
  </svg>,
);
