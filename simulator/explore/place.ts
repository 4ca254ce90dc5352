/** Where in its source a path stands, innermost first: `v1.ts:35:26 < v1.ts:17`. */
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
  const place = mappedStack();
  if (known.size < 100_000) known.set(raw, place);
  return place;
}

function rawStack(): string {
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = (_, sites) => sites.map((site) => `${site.getFileName()}:${site.getLineNumber()}:${site.getColumnNumber()}`).join();
  try {
    return deepStack();
  } finally {
    Error.prepareStackTrace = prepareStackTrace!;
  }
}

/** By the stack's own text, which tsx and jest both map to the TypeScript source. */
function mappedStack(): Place {
  const calls = deepStack()
    .split('\n')
    .flatMap((line) => {
      const [, url, row, column] = /((?:file:|\/|[A-Za-z]:)[^():]*[^()]*):(\d+):(\d+)\)?$/.exec(line) ?? [];
      const file = pathOf(url ?? '');
      return url === undefined || file.includes('/node_modules/') ? [] : [{ isOurs: OURS.some((folder) => file.startsWith(folder)), at: `${file.slice(file.lastIndexOf('/') + 1)}:${row}`, column }];
    });
  // From the path's innermost function to the engine, which called the path.
  const path = calls.slice(calls.findIndex(({ isOurs }) => !isOurs));
  const engine = path.findIndex(({ isOurs }) => isOurs);
  const frames = engine < 0 ? path : path.slice(0, engine);
  // A function that calls itself is a loop.
  return [...new Set(frames.map(({ at, column }, depth) => (depth === 0 ? `${at}:${column}` : at)))].join(' < ');
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
