import { openTypefaces, type Typefaces } from '../../activities/print/typeface.ts';
import { edgeLines, type PathGraph } from '../../simulator/explore/index.ts';
import { wrapped } from '../report/index.ts';
import type { Counts } from './counts.ts';
import { drawEdge } from './draw-edge.ts';
import { drawFrame } from './draw-frame.ts';
import { drawNode, sizeOfNode } from './draw-node.ts';
import { layOut } from './layout.ts';
import { styleSheet } from './look.ts';
import { nodeWords } from './node-words.ts';
import { escaped, tag } from './tag.ts';

const MARGIN = 28;
const HEADING = 44;
/** Characters in a line of an edge's label. */
const LABEL_LINE = 22;
const LINE_HEIGHT = 16;
/** The widest of the fonts that stand in for Inter (DejaVu Sans), measured by it. */
const WIDEST: Readonly<Record<keyof Typefaces, number>> = { regular: 1.1, bold: 1.17 };

/** What texts are measured with; another font than Inter is seldom wider. */
export type Measure = (text: string, font: { size: number; weight: keyof Typefaces }) => number;

/**
 * The graph as a picture: one SVG, with all it needs inside, light or dark as its reader's system is.
 *
 * @param counts of a live campaign
 */
export async function svg(graph: PathGraph, counts?: Counts): Promise<string> {
  const typefaces = openTypefaces();
  const measure: Measure = (text, { size, weight }) => typefaces[weight].width([...text].map((character) => (typefaces[weight].lacks(character) === undefined ? character : 'm')).join(''), size) * WIDEST[weight];
  const { frame, nodes, edges } = graph;
  const words = new Map(nodes.map((node) => [node.id, nodeWords(node, frame)]));
  const labels = edges.map((edge) => {
    const taken = counts?.taken.get(`${edge.from} ${edge.to}`);
    const isUnsent = edge.ways.every(({ outcome }) => outcome?.by === 'not-sent');
    return { isUnsent, lines: edgeLines(edge, graph).flatMap((line) => wrapped(line.replace('time is up after', 'after'), LABEL_LINE)), ...(taken ? { taken: taken.toLocaleString('en') } : {}) };
  });
  const sizeOfLabel = ({ lines, taken }: { lines: readonly string[]; taken?: string }) => ({
    width: Math.max(...lines.map((line) => measure(line, { size: 12, weight: 'regular' })), taken ? measure(taken, { size: 12, weight: 'bold' }) : 0) + 14,
    height: (lines.length + (taken ? 1 : 0)) * LINE_HEIGHT + 6,
  });
  const layout = await layOut({
    nodes: nodes.map(({ id }) => ({ id, isFirst: id === 'start', ...sizeOfNode(words.get(id)!, measure) })),
    edges: edges.map(({ from, to }, index) => {
      const label = labels[index]!;
      return { from, to, ...(label.lines.length > 0 || label.taken ? { label: sizeOfLabel(label) } : {}) };
    }),
  });

  const footer = drawFrame(frame, { measure, room: layout.width, ...(counts ? { counts } : {}) });
  const width = Math.ceil(Math.max(layout.width, footer.width) + 2 * MARGIN);
  const shift = (width - layout.width) / 2;
  const height = Math.ceil(HEADING + layout.height + footer.height + 36 + 2 * MARGIN);
  const title = `${frame.name} v${frame.version}`;
  const subtitle = graph.exploration.cutShort ? `the first ${graph.exploration.stories.length.toLocaleString('en')} stories; there are more` : counts ? `${counts.people.toLocaleString('en')} people` : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(`The paths of ${title}`)}">`,
    `<style>${styleSheet()}</style>`,
    tag('rect', { class: 'page', width, height, rx: 14 }),
    tag('text', { class: 'heading', x: MARGIN, y: MARGIN + 14, style: 'font-size:17px' }, title),
    ...(subtitle ? [tag('text', { class: 'soft', x: MARGIN, y: MARGIN + 32 }, subtitle)] : []),
    `<g transform="translate(${shift} ${MARGIN + HEADING})">`,
    ...layout.edges.map((edge, index) => drawEdge(edge, { ...labels[index]!, lineHeight: LINE_HEIGHT })),
    ...nodes.map(({ id }) => drawNode(words.get(id)!, { ...layout.nodes.get(id)!, measure, ...(counts?.waiting.get(id) ? { here: counts.waiting.get(id)! } : {}) })),
    '</g>',
    `<g transform="translate(${(width - footer.width) / 2} ${MARGIN + HEADING + layout.height + 36})">${footer.drawing}</g>`,
    '</svg>',
    '',
  ].join('\n');
}
