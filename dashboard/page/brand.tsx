/** The icon of our own pages. */
export const ICON = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#16382f"/><path d="M8 22c0-8 16-4 16-12" fill="none" stroke="#f0a95b" stroke-width="3" stroke-linecap="round"/><circle cx="8" cy="23" r="3" fill="#fff"/><circle cx="24" cy="9" r="3" fill="#fff"/></svg>')}`;

/** A way from one point to another. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <path d="M8 23c0-9 16-5 16-14" />
      <circle cx="8" cy="23" r="3.500" />
      <circle cx="24" cy="9" r="3.500" />
    </svg>
  );
}
