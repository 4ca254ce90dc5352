import ElkConstructor, { type ElkNode, type ElkPoint, type ElkShape } from 'elkjs';

/** A box to be placed. */
export interface Sized {
  readonly width: number;
  readonly height: number;
}

export interface LayoutInput {
  readonly nodes: readonly (Sized & { readonly id: string; readonly isFirst: boolean })[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly label?: Sized }[];
}

export interface Placed extends Sized {
  readonly x: number;
  readonly y: number;
}

export interface Layout extends Sized {
  readonly nodes: ReadonlyMap<string, Placed>;
  readonly edges: readonly { readonly points: readonly ElkPoint[]; readonly label?: Placed }[];
}

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.considerModelOrder.strategy': 'PREFER_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.spacing.nodeNodeBetweenLayers': '34',
  'elk.layered.spacing.edgeNodeBetweenLayers': '18',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '14',
  'elk.spacing.nodeNode': '36',
  'elk.spacing.edgeNode': '22',
  'elk.spacing.edgeEdge': '16',
  'elk.spacing.edgeLabel': '4',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
};

/** Places boxes from top to bottom, by the Eclipse Layout Kernel: the same input, the same layout. */
export async function layOut({ nodes, edges }: LayoutInput): Promise<Layout> {
  const elk = new ElkConstructor();
  const input: ElkNode = {
    id: 'graph',
    layoutOptions: OPTIONS,
    children: nodes.map(({ id, width, height, isFirst }) => ({ id, width, height, ...(isFirst ? { layoutOptions: { 'elk.layered.layering.layerConstraint': 'FIRST' } } : {}) })),
    edges: edges.map(({ from, to, label }, index) => ({
      ...{ id: `edge-${index}`, sources: [from], targets: [to] },
      ...(label ? { labels: [{ text: 'label', ...label, layoutOptions: { 'elk.edgeLabels.placement': 'CENTER', 'elk.edgeLabels.inline': 'true' } }] } : {}),
    })),
  };
  const { children = [], edges: routed = [], width = 0, height = 0 }: ElkNode = await elk.layout(input);
  return {
    ...{ width, height },
    nodes: new Map(children.map((node) => [node.id, placed(node)])),
    edges: routed.map(({ sections = [], labels = [] }) => {
      const { startPoint, endPoint, bendPoints = [] } = sections[0]!;
      return { points: [startPoint, ...bendPoints, endPoint], ...(labels[0] ? { label: placed(labels[0]) } : {}) };
    }),
  };
}

function placed({ x = 0, y = 0, width = 0, height = 0 }: ElkShape): Placed {
  return { x, y, width, height };
}
