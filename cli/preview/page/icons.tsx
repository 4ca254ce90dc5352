import type { Item } from '../question.ts';

const PATHS = {
  card: 'M2.500 4.500h15v11h-15zM12.500 7.500h2.500v2.500h-2.500zM5 8h4.500M5 10.500h4.500M5 13h7',
  mail: 'M2.500 5h15v10.500h-15zM3 5.500l7 5.500 7-5.500',
  social: 'M7 9.500a2.600 2.600 0 1 0 0-5.200 2.600 2.600 0 0 0 0 5.200zM2.500 16c0-2.600 2-4.300 4.500-4.300s4.500 1.700 4.500 4.300M13.200 9.300a2.200 2.200 0 1 0-.6-4.300M14 11.800c2.100.2 3.500 1.800 3.500 4.200',
  page: 'M6 2.500h8a1.200 1.200 0 0 1 1.200 1.200v12.600a1.200 1.200 0 0 1-1.200 1.200H6a1.200 1.200 0 0 1-1.200-1.200V3.700A1.200 1.200 0 0 1 6 2.500zM8.800 15h2.400',
} as const;

/** What kind of thing it is; its name says the same in words. */
export function KindIcon({ kind, medium }: Pick<Item, 'kind' | 'medium'>) {
  const path = medium === 'social' ? PATHS.social : kind === 'mail' ? PATHS.mail : kind === 'card' || kind === 'leaflet' ? PATHS.card : PATHS.page;
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

const MARKS = { good: 'M4.500 10.500l3.600 3.600 7.400-8', warn: 'M10 5v6M10 14.200v.3', bad: 'M5.500 5.500l9 9M14.500 5.500l-9 9' } as const;

export function Mark({ state }: { state: keyof typeof MARKS }) {
  return (
    <svg className={`mark ${state}`} viewBox="0 0 20 20" role="img" aria-label={{ good: 'Good', warn: 'Look at it', bad: 'Wrong' }[state]}>
      <path d={MARKS[state]} />
    </svg>
  );
}

/** What a medium is called. */
export function nameOfKind({ kind, medium }: Pick<Item, 'kind' | 'medium'>): string {
  if (medium === 'social') return 'Invitation by mail';
  return { card: 'Postcard', leaflet: 'Leaflet', mail: 'Mail', page: 'Personal page', area: 'Area page' }[kind];
}
