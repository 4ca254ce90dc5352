/** An element of SVG; numbers to a tenth, so that the file is small and the same on every machine. */
export function tag(name: string, attributes: Readonly<Record<string, string | number>>, text?: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${typeof value === 'number' ? tenth(value) : escaped(value)}"`);
  return text === undefined ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${escaped(text)}</${name}>`;
}

export function tenth(value: number): string {
  return String(Math.round(value * 10) / 10);
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
