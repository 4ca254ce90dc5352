/**
 * The thread that watches a simulation: when the main thread has not come back for so long, a path loops without a word to its journey. Only a debugger
 * can look into a thread that never pauses; it stops it, reads off where the scenario stands, says so and ends the process.
 */
import { Buffer } from 'node:buffer';
import { writeSync } from 'node:fs';
import { Session } from 'node:inspector';
import { SourceMap } from 'node:module';
import { performance } from 'node:perf_hooks';
import { setInterval } from 'node:timers';
import { workerData } from 'node:worker_threads';

const { turns, patience } = workerData;
const counter = new Int32Array(turns);
let seen = 0;
let since = performance.now();
let looking = false;
// Goes on when it looks: a session alone does not keep a thread.
setInterval(() => {
  const now = Atomics.load(counter, 0);
  if (now === seen) {
    if (performance.now() - since > patience && !looking) {
      looking = true;
      look();
    }
    return;
  }
  seen = now;
  since = performance.now();
}, Math.min(500, patience / 4));

function look() {
  const session = new Session();
  session.connectToMainThread();
  const urls = new Map();
  session.on('Debugger.scriptParsed', ({ params: { scriptId, url } }) => urls.set(scriptId, url));
  session.once('Debugger.paused', ({ params }) => {
    const callFrames = params.callFrames.map((frame) => ({ ...frame, url: urls.get(frame.location.scriptId) ?? frame.url }));
    const frame = callFrames.find(({ url }) => /\.[cm]?tsx?(\?|$)/.test(url) && !/\/(engine|vocabulary|node_modules)\//.test(url)) ?? callFrames[0];
    session.post('Debugger.getScriptSource', { scriptId: frame.location.scriptId }, (_, answer) => {
      writeSync(2, `\nExpected the path at ${place(frame, answer?.scriptSource ?? '')} to wait now and then, got no word from it for ${Math.round(patience / 1_000)} s. Put a waitFor or a sleep into the loop.\n`);
      session.post('Debugger.evaluateOnCallFrame', { callFrameId: callFrames[0].callFrameId, expression: 'process.reallyExit(1)' });
    });
  });
  session.post('Debugger.enable');
  session.post('Debugger.pause');
}

function place({ url, location: { lineNumber, columnNumber } }, source) {
  const file = url.replace(/^file:\/\//, '').replace(/\?.*$/, '').replace(/^.*\/(?=(?:scenarios|test)\/)/, '');
  const encoded = /\/\/# sourceMappingURL=data:application\/json[^,]*;base64,([\w+/=]+)\s*$/.exec(source)?.[1];
  if (!encoded) return `${file}:${lineNumber + 1}`;
  const entry = new SourceMap(JSON.parse(Buffer.from(encoded, 'base64').toString())).findEntry(lineNumber, columnNumber);
  return `${file}:${(entry.originalLine ?? lineNumber) + 1}`;
}
