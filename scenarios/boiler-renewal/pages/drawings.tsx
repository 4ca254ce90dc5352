/** Drawings of the page; decoration, hidden from screen readers. */
export function Flame() {
  return (
    <svg className="flame" viewBox="0 0 24 32" aria-hidden="true">
      <path fill="#c8442b" d="M12 0c1 6 10 9 10 19a10 12 0 0 1-20 1C2 14 7 12 7 7c3 2 4 4 4 6 2-3 2-8 1-13z" />
      <path fill="#f0a95b" d="M12 15c1 3 5 5 5 9a5 6 0 0 1-10 0c0-3 2-4 3-7 1 1 1.500 2 1.500 3 .8-1.500.8-3 .5-5z" />
    </svg>
  );
}

/** A house in the evening, its windows lit, a little smoke. */
export function HomeAtNight() {
  return (
    <svg className="home" viewBox="0 0 220 150" aria-hidden="true">
      <circle cx="178" cy="30" r="13" fill="#f6efe4" opacity=".85" />
      <g fill="#f6efe4">
        <circle cx="36" cy="26" r="1.600" opacity=".7" />
        <circle cx="72" cy="12" r="1.200" opacity=".5" />
        <circle cx="132" cy="16" r="1.400" opacity=".6" />
        <circle cx="205" cy="62" r="1.300" opacity=".5" />
      </g>
      <path fill="none" stroke="#f6efe4" strokeWidth="4" strokeLinecap="round" opacity=".35" d="M142 46c-7-8 7-13 0-22s6-11 1-17" />
      <path fill="#0d251f" d="M0 150c30-26 66-26 96-14s84 6 124-14v28z" />
      <path fill="#2b5a4c" d="M134 50h16v30h-16z" />
      <path fill="#f6efe4" d="M58 88h104v52H58z" />
      <path fill="#c8442b" d="M46 92l64-46 64 46-7 8-57-41-57 41z" />
      <path fill="#f0a95b" d="M72 100h22v20H72zM126 100h22v20h-22z" />
      <path stroke="#c8442b" strokeWidth="1.600" d="M83 100v20M72 110h22M137 100v20M126 110h22" />
      <path fill="#16382f" d="M101 104h18v36h-18z" />
      <path fill="#0d251f" d="M0 150c40-14 120-16 220-6v6z" />
    </svg>
  );
}
