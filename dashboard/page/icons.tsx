const PATHS = {
  print: 'M2.500 4.500h15v11h-15zM12.500 7.500h2.500v2.500h-2.500zM5 8h4.500M5 10.500h4.500M5 13h7',
  email: 'M2.500 5h15v10.500h-15zM3 5.500l7 5.500 7-5.500',
  social: 'M7 9.500a2.600 2.600 0 1 0 0-5.200 2.600 2.600 0 0 0 0 5.200zM2.500 16c0-2.600 2-4.300 4.500-4.300s4.500 1.700 4.500 4.300M13.200 9.300a2.200 2.200 0 1 0-.6-4.300M14 11.800c2.100.2 3.500 1.800 3.500 4.200',
  answer: 'M4 9.500l4 4 8-8.500',
  goal: 'M5 17.500v-15M5 3.500h10l-2.500 3.500 2.500 3.500H5',
  bad: 'M5.500 5.500l9 9M14.500 5.500l-9 9',
  wait: 'M10 3.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM10 6.500v3.700l2.500 1.800',
  end: 'M6.500 6.500h7v7h-7z',
} as const;

export type IconName = keyof typeof PATHS;

/** A sign beside words that say the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
