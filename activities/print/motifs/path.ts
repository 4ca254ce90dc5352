/** Shapes as paths in the letters of SVG (absolute M, L, C and Z), for motifs that are drawn by numbers. */

/** Of a quarter circle drawn as a Bézier curve. */
const ROUND = 0.5523;

/** A disc. */
export function disc(x: number, y: number, radius: number): string {
  return ellipse(x, y, { across: radius, up: radius });
}

export function ellipse(x: number, y: number, { across: a, up: b }: { across: number; up: number }): string {
  const [ka, kb] = [a * ROUND, b * ROUND];
  return `M ${x} ${y - b} C ${x + ka} ${y - b} ${x + a} ${y - kb} ${x + a} ${y} C ${x + a} ${y + kb} ${x + ka} ${y + b} ${x} ${y + b} C ${x - ka} ${y + b} ${x - a} ${y + kb} ${x - a} ${y} C ${x - a} ${y - kb} ${x - ka} ${y - b} ${x} ${y - b} Z`;
}

/** A ring of this thickness: the inner circle runs the other way round, so the non-zero rule leaves it open. */
export function ring(x: number, y: number, { radius, thickness }: { radius: number; thickness: number }): string {
  const r = radius - thickness;
  const k = r * ROUND;
  const inner = `M ${x} ${y - r} C ${x - k} ${y - r} ${x - r} ${y - k} ${x - r} ${y} C ${x - r} ${y + k} ${x - k} ${y + r} ${x} ${y + r} C ${x + k} ${y + r} ${x + r} ${y + k} ${x + r} ${y} C ${x + r} ${y - k} ${x + k} ${y - r} ${x} ${y - r} Z`;
  return `${disc(x, y, radius)} ${inner}`;
}

export type Point = readonly [x: number, y: number];

/** A line through these points, with round ends and corners. */
export function line(points: readonly Point[], thickness: number): string {
  const half = thickness / 2;
  const strokes = points.slice(1).map(([x2, y2], index) => {
    const [x1, y1] = points[index]!;
    const length = Math.hypot(x2 - x1, y2 - y1);
    const [dx, dy] = [((y2 - y1) / length) * half, ((x1 - x2) / length) * half];
    // Clockwise, as the discs are: what overlaps stays filled.
    return `M ${x1 + dx} ${y1 + dy} L ${x2 + dx} ${y2 + dy} L ${x2 - dx} ${y2 - dy} L ${x1 - dx} ${y1 - dy} Z`;
  });
  return [...strokes, ...points.map(([x, y]) => disc(x, y, half))].join(' ');
}
