import type { FlowNode, Flows } from '../../store/figures/index.ts';
import { chart, COLOURS } from './drawing.ts';
import { framed, legible, type ChartOptions } from './frame.ts';
import type { ChartWords } from './wording.ts';

const COLOUR_OF = { print: COLOURS.print, email: COLOURS.mail, social: COLOURS.other } as const;
/** A touch and its answer are two columns. */
const COLUMN = 190;

/** How journeys flow from touch to answer to touch to outcome, across media; from top to bottom on a phone. */
export function flowChart({ nodes, links }: Flows, options: ChartOptions): string {
  return framed(options, links.length === 0 ? (words) => words.noPeople : undefined, ({ words, numbers, width, isPhone }) => {
    const deepest = Math.max(...nodes.map(({ depth }) => depth));
    const columns = Math.max(...count(nodes.map(({ depth }) => depth)));
    const label = (node: FlowNode) => `${nameOf(node, words)}  ${numbers.count(node.journeys)}`;
    const most = Math.max(...nodes.map(({ journeys }) => journeys));
    const byId = new Map(nodes.map((node) => [node.id, node]));
    return chart(
      {
        series: [
          {
            type: 'sankey',
            orient: isPhone ? 'vertical' : 'horizontal',
            ...(isPhone ? { left: 4, right: 34, top: 24, bottom: 12, nodeGap: 16, nodeWidth: 12 } : { left: 4, right: 150, top: 12, bottom: 12, nodeGap: 18, nodeWidth: 12 }),
            draggable: false,
            layoutIterations: 48,
            nodeAlign: 'justify',
            // An outcome stands at the end, whichever way led there.
            data: nodes.map((node) => ({ name: node.id, value: node.journeys, ...(node.kind === 'outcome' ? {} : { depth: node.depth }), itemStyle: { color: colourOf(node), borderWidth: 0 }, label: { width: isPhone ? Math.max(70, ((width - 60) * node.journeys) / most) : 142 } })),
            links: links.map(({ from, to, journeys }) => ({ source: from, target: to, value: journeys })),
            lineStyle: { color: 'source', opacity: 0.28, curveness: 0.5 },
            label: {
              color: COLOURS.ink,
              fontSize: isPhone ? 11 : 12,
              position: isPhone ? 'top' : 'right',
              overflow: 'truncate',
              formatter: ({ name }: { name: string }) => label(byId.get(name)!),
            },
            labelLayout: { hideOverlap: true },
          },
        ],
      },
      {
        width: isPhone ? width : Math.max(width, (deepest + 1) * COLUMN * 0.75),
        height: isPhone ? (deepest + 1) * 104 : Math.max(260, columns * 62),
        label: words.flows,
        description: nodes.map(label).join('; '),
      },
    );
  });
}

function count(depths: readonly number[]): number[] {
  return [...new Set(depths)].map((depth) => depths.filter((other) => other === depth).length);
}

function colourOf({ kind, medium, name }: FlowNode): string {
  if (kind === 'touch' && medium) return COLOUR_OF[medium];
  if (kind === 'outcome') return name === 'converted' ? COLOURS.goal : COLOURS.muted;
  if (kind === 'answer') return name === 'none' ? COLOURS.muted : COLOURS.answer;
  return COLOURS.muted;
}

/** A node as people read it. */
export function nameOf({ kind, name }: FlowNode, words: ChartWords): string {
  if (kind === 'entered') return words.entered;
  if (kind === 'touch') return legible(name, 30);
  return (kind === 'answer' ? words.answers : words.outcomes)[name] ?? legible(name, 30);
}
