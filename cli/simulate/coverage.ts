import { readFile } from 'node:fs/promises';
import { Session, type Debugger, type Profiler } from 'node:inspector';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A stretch of a scenario's path that nobody took. */
export interface Untaken {
  /** As in `scenarios/boiler-renewal/v1.ts`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The whole line, or only a part of it: the other way of a condition. */
  readonly part: boolean;
  /** The text that nobody took. */
  readonly text: string;
}

export interface PathCoverage {
  /** Lines with something to run, and those of them that somebody took. */
  readonly lines: number;
  readonly taken: number;
  readonly untaken: readonly Untaken[];
}

/**
 * Watches which parts of scenarios' paths run, by V8's own block coverage: no instrumented copy of the path, and blocks cost next to nothing. Start it
 * before the scenarios are loaded.
 *
 * @example
 * const coverage = startCoverage();
 * const { scenarioOf } = await import('../../scenarios/index.ts');
 * const { untaken } = await coverage.of('boiler-renewal', 1);
 */
export function startCoverage(): { of(scenario: string, version: number): Promise<PathCoverage>; stop(): void } {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true });
  return {
    async of(scenario, version) {
      const ending = `/scenarios/${scenario}/v${version}.ts`;
      const script = (await asked<Profiler.TakePreciseCoverageReturnType>(session, 'Profiler.takePreciseCoverage')).result.find(({ url }) => url.replace(/\?.*$/, '').endsWith(ending));
      if (!script) throw new Error(`Expected ${ending.slice(1)} to have been loaded after coverage began, got nothing of it.`);
      await asked(session, 'Debugger.enable');
      const { scriptSource } = await asked<Debugger.GetScriptSourceReturnType>(session, 'Debugger.getScriptSource', { scriptId: script.scriptId });
      await asked(session, 'Debugger.disable');
      return read(script, { compiled: scriptSource, source: await readFile(fileURLToPath(script.url), 'utf8'), file: ending.slice(1) });
    },
    stop: () => session.disconnect(),
  };
}

function asked<Answer>(session: Session, method: string, parameters: object = {}): Promise<Answer> {
  return new Promise((resolve, reject) => session.post(method, parameters, (error, answer) => (error ? reject(error) : resolve(answer as Answer))));
}

/** What the ranges say of the source's lines, by way of the source map that the compiler left in the script. */
function read(script: Profiler.ScriptCoverage, { compiled, source, file }: { compiled: string; source: string; file: string }): PathCoverage {
  const encoded = /\/\/# sourceMappingURL=data:application\/json[^,]*;base64,([\w+/=]+)\s*$/.exec(compiled)?.[1];
  if (encoded === undefined) throw new Error(`Expected ${file} to be loaded with a source map inside, got none. Run it by parcours.`);
  const map = new SourceMap(JSON.parse(Buffer.from(encoded, 'base64').toString()) as SourceMapPayload);
  const ran = coveredOffsets(script, compiled.length);
  const lines = source.split('\n');
  // By source line: each mapped place of it, whether it ran.
  const places = new Map<number, { column: number; ran: boolean }[]>();
  let offset = 0;
  for (const [number, text] of compiled.split('\n').entries()) {
    let last = '';
    for (let column = 0; column < text.length; column++) {
      const entry = map.findEntry(number, column);
      if (!('originalLine' in entry) || entry.generatedLine !== number) continue;
      const place = `${entry.originalLine}:${entry.originalColumn}`;
      if (place === last || entry.generatedColumn !== column) continue;
      last = place;
      const known = places.get(entry.originalLine) ?? [];
      known.push({ column: entry.originalColumn, ran: ran[offset + column] === 1 });
      places.set(entry.originalLine, known);
    }
    offset += text.length + 1;
  }
  const untaken: Untaken[] = [];
  let taken = 0;
  let before: { indent: number } | undefined;
  for (const [line, unordered] of [...places].sort(([one], [other]) => one - other)) {
    const text = lines[line] ?? '';
    // Imports are erased; closing brackets belong to what they close.
    if (/^\s*(import|export type|\}|\)|\/\/|\*)/.test(text)) {
      before = undefined;
      continue;
    }
    const found = unordered.sort((one, other) => one.column - other.column);
    const indent = text.search(/\S/);
    // V8 may count what comes between a conditional and the next await with what is around it; but after what never ran, nothing runs.
    const follows = before?.indent === indent && !/^\s*(case|default)\b/.test(text) && !/[{[(]\s*$/.test(lines[line - 1] ?? '');
    const isWhole = !found[0]!.ran || follows;
    if (isWhole) {
      untaken.push({ file, line: line + 1, part: false, text: text.trim() });
      // What is one way of a condition says nothing of what comes after both.
      before = /^\s*(else\b|[?:.|&+])/.test(text) ? undefined : { indent };
      continue;
    }
    before = undefined;
    taken += 1;
    const missed = found.some((place) => !place.ran) ? partOf(text, found) : '';
    if (missed !== '') untaken.push({ file, line: line + 1, part: true, text: missed });
  }
  return { lines: taken + untaken.filter(({ part }) => !part).length, taken, untaken };
}

/** Each character of the script: 1 if it ran. Ranges nest, and inner ones come after outer ones. */
function coveredOffsets({ functions }: Profiler.ScriptCoverage, length: number): Uint8Array {
  const ran = new Uint8Array(length).fill(1);
  const ranges = functions.flatMap(({ ranges }) => ranges).sort((one, other) => one.startOffset - other.startOffset || other.endOffset - one.endOffset);
  for (const { startOffset, endOffset, count } of ranges) ran.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  return ran;
}

/** From the first place that did not run to the next that did; places in order. */
function partOf(text: string, places: readonly { column: number; ran: boolean }[]): string {
  const from = places.findIndex((place) => !place.ran);
  const to = places.findIndex((place, index) => index > from && place.ran);
  return text.slice(places[from]!.column, to < 0 ? undefined : places[to]!.column).replace(/[\s;,:{]+$/, '').trim();
}
