const LIGHT = { ink: '#1b1f24', muted: '#5b6570', line: '#d9dee3', paper: '#ffffff', print: '#c2410c', mail: '#2563eb', answer: '#7c3aed', goal: '#0f766e', other: '#a16207' };
const DARK = { ink: '#e8ebee', muted: '#9aa5b0', line: '#39424c', paper: '#14181d', print: '#fb923c', mail: '#7aa7ff', answer: '#b794f6', goal: '#2dd4bf', other: '#facc15' };

/** A chart of the report's as a picture of its own: it brings its colours, by day and by night, its typeface and its paper. */
export function standing(svg: string): string {
  const variables = (colours: Readonly<Record<string, string>>) => Object.entries(colours).map(([name, colour]) => `--${name}:${colour}`).join(';');
  const style = `<style>svg{${variables(LIGHT)};font-family:Inter,system-ui,-apple-system,"Segoe UI",sans-serif}@media(prefers-color-scheme:dark){svg{${variables(DARK)}}}</style><rect width="100%" height="100%" rx="8" fill="var(--paper)"/>`;
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!;
  // Room around the drawing.
  return `${svg.replace(/viewBox="[^"]*"/, `width="${Number(width) + 40}" height="${Number(height) + 40}" viewBox="0 0 ${Number(width) + 40} ${Number(height) + 40}"`).replace(/>/, `>${style}<g transform="translate(20 20)">`).replace(/<\/svg>\s*$/, '</g></svg>')}\n`;
}
