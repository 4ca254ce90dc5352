const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };

/** Text as it stands in HTML, between tags and in quoted attributes: as React writes it, for what React does not draw. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (symbol) => ENTITIES[symbol]!);
}
