import { edgeLines, type PathGraph } from '../../simulator/explore/index.ts';
import type { Counts } from './counts.ts';
import { frameWords, nodeWords, type Look } from './node-words.ts';

/** Fill, line, text: legible on GitHub's light and dark pages alike. */
const CLASSES: Readonly<Record<Look, string>> = {
  start: 'fill:#22272e,stroke:#22272e,color:#ffffff',
  print: 'fill:#fde8d7,stroke:#c2570c,color:#431407',
  email: 'fill:#dbeafe,stroke:#2563eb,color:#172554',
  social: 'fill:#ede4fd,stroke:#7c3aed,color:#2e1065',
  web: 'fill:#d5f5ec,stroke:#0f766e,color:#042f2e',
  wait: 'fill:#f3f4f6,stroke:#6b7280,color:#1f2937',
  choice: 'fill:#fef3c7,stroke:#a16207,color:#422006',
  end: 'fill:#ffffff,stroke:#22272e,color:#22272e',
};
const SHAPES: Readonly<Record<Look, readonly [string, string]>> = {
  start: ['([', '])'],
  print: ['[', ']'],
  email: ['[', ']'],
  social: ['[', ']'],
  web: ['{{', '}}'],
  wait: ['{{', '}}'],
  choice: ['{', '}'],
  end: ['([', '])'],
};

/**
 * The graph as Mermaid text, which GitHub, GitLab and most wikis draw.
 *
 * @param counts of a live campaign
 */
export function mermaid(graph: PathGraph, counts?: Counts): string {
  const { frame, nodes, edges } = graph;
  const drawn = nodes.map((node) => {
    const { look, kind, title, details } = nodeWords(node, frame);
    const here = counts?.waiting.get(node.id);
    const lines = [look === 'wait' || look === 'web' ? `${kind} ${title}` : look === 'start' || look === 'end' ? title : `${kind}: ${title}`, ...details, ...(here ? [`${here.toLocaleString('en')} here now`] : [])];
    const [open, close] = SHAPES[look];
    return `  ${node.id}${open}${text(lines)}${close}:::${look}`;
  });
  const arrows = edges.map((edge) => {
    const taken = counts?.taken.get(`${edge.from} ${edge.to}`) ?? 0;
    const lines = [...edgeLines(edge, graph), ...(taken > 0 ? [`${taken.toLocaleString('en')} so far`] : [])];
    return `  ${edge.from} -->${lines.length > 0 ? `|${text(lines)}| ` : ' '}${edge.to}`;
  });
  const anyMoment = frameWords(frame).map(({ when, outcome }) => `${when} → ${outcome}`);
  const used = [...new Set(nodes.map((node) => nodeWords(node, frame).look))];
  return [
    'flowchart TD',
    ...drawn,
    ...arrows,
    `  anytime[${text(['At any moment', ...anyMoment])}]:::frame`,
    ...used.map((look) => `  classDef ${look} ${CLASSES[look]}`),
    '  classDef frame fill:none,stroke:#9ca3af,stroke-dasharray:4 4,color:#6b7280',
    '',
  ].join('\n');
}

function text(lines: readonly string[]): string {
  return `"${lines.join('<br/>').replaceAll('"', '#quot;')}"`;
}
