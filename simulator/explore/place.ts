/** Where in its source a path stands, and in which functions, innermost first: `v1.ts:38:36 remind < v1.ts:17 path`. */
export type Place = string;

const OURS = ['engine', 'simulator'].map((folder) => pathOf(new URL(`../../${folder}/`, import.meta.url).href));

/** Source maps are slow to ask; the same stack has the same answer. */
const known = new Map<string, Place>();

/**
 * The place of the step that calls, through however many of the path's own functions. Of the outer calls only the line counts, since a
 * function that goes on after an `await` is seen at the `await`, and before it at the call.
 */
export function placeOfCaller(): Place {
  const raw = rawStack();
  const before = known.get(raw);
  if (before !== undefined) return before;
  const place = mappedPlace(raw);
  if (known.size < 100_000) known.set(raw, place);
  return place;
}

/** Functions and where they stand in what really runs: names are right here, lines are not. */
function rawStack(): string {
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = (_, sites) =>
    sites.flatMap((site) => (site.getFileName() ? [`${site.getFunctionName()?.split('.').at(-1) ?? ''} (${site.getFileName()}:${site.getLineNumber()}:${site.getColumnNumber()})`] : [])).join('\n');
  try {
    return deepStack();
  } finally {
    Error.prepareStackTrace = prepareStackTrace!;
  }
}

/** By the stack's own text, which tsx and jest both map to the TypeScript source; there the lines are right, and names are not. */
function mappedPlace(raw: string): Place {
  const names = pathFrames(raw).map(({ line }) => line.split(' ')[0]!);
  const frames = pathFrames(deepStack()).map(({ at, column }, depth) => `${at}${depth === 0 ? `:${column}` : ''} ${names[depth] ?? ''}`);
  // A function that calls itself is a loop.
  return [...new Set(frames)].join(' < ');
}

/** From the path's innermost function to the engine, which called the path. */
function pathFrames(stack: string): { readonly line: string; readonly at: string; readonly column: string }[] {
  const calls = stack.split('\n').flatMap((line) => {
    const [, url, row = '', column = ''] = /((?:file:|\/|[A-Za-z]:)[^():]*[^()]*):(\d+):(\d+)\)?$/.exec(line) ?? [];
    const file = pathOf(url ?? '');
    return url === undefined || line.includes('node:') || file.includes('/node_modules/') ? [] : [{ line, isOurs: OURS.some((folder) => file.startsWith(folder)), at: `${file.slice(file.lastIndexOf('/') + 1)}:${row}`, column }];
  });
  const path = calls.slice(calls.findIndex(({ isOurs }) => !isOurs));
  const engine = path.findIndex(({ isOurs }) => isOurs);
  return engine < 0 ? path : path.slice(0, engine);
}

/**
 * Whether a place lies in the function that called the other's function, or in the same one: there a path goes on when its branches are over.
 *
 * @example encloses('v1.ts:20:3 path', 'v1.ts:38:36 remind < v1.ts:17 path') // true
 */
export function encloses(place: Place, other: Place): boolean {
  const functionsOf = (one: Place) => one.split(' < ').map((frame) => frame.split(' ')[1] ?? '');
  const [inner, outer] = [functionsOf(other), functionsOf(place)];
  return outer.length <= inner.length && outer.join(' < ') === inner.slice(-outer.length).join(' < ');
}

function deepStack(): string {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 50;
  try {
    return String(new Error().stack);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function pathOf(url: string): string {
  return url.startsWith('file:') ? decodeURI(url.replace(/^file:\/\//, '').replace(/\?.*$/, '')) : url;
}
