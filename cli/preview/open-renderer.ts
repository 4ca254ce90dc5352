import { spawn, type ChildProcess } from 'node:child_process';
import { nodeChild } from '../stack/node-child.ts';
import type { Answers, Asked, Problem, Question, Reply } from './question.ts';

/** Renders by a process of its own. */
export interface Renderer {
  /** Never fails: what can't be shown is answered as a problem. */
  ask<Ask extends Asked>(question: Question & { ask: Ask }): Promise<Reply<Answers[Ask]>>;
  /** Loads the scenarios anew. The old process answers until the new one stands, and goes on answering when that can't load them. */
  reload(): Promise<void>;
  /** Why the scenarios as they stand now can't be loaded; undefined when they are what is shown. */
  readonly problem: Problem | undefined;
  close(): void;
}

/** Milliseconds after which a template is taken for one that never ends. */
const PATIENCE = 20_000;

/**
 * Starts the process that renders, and waits until it has loaded the scenarios or can't.
 *
 * @example const renderer = await openRenderer(); await renderer.ask({ ask: 'versions' });
 */
export async function openRenderer({ patience = PATIENCE }: { patience?: number } = {}): Promise<Renderer> {
  let current: Running | undefined;
  let problem: Problem | undefined;
  let latest: Running | undefined;
  let closed = false;

  async function reload(): Promise<void> {
    // What was still loading is out of date by now.
    if (latest !== current) latest?.stop();
    const next = (latest = start());
    const failed = await next.loaded;
    if (next !== latest || closed) return next.stop();
    problem = failed;
    if (failed) return;
    current?.stop();
    current = next;
  }

  let loading = reload();
  await loading;
  return {
    async ask(question) {
      for (;;) {
        if (!current) await loading;
        if (!current || closed) return { problem: problem ?? { message: 'Expected the scenarios to be loaded, got a process that was ended.' } };
        const asked = current;
        const reply = await asked.ask(question, patience);
        if (reply) return reply as Reply<never>;
        // Questions are answered in turn, so the one that has waited longest is to blame; those behind it are asked again.
        if (asked !== current || closed) continue;
        current.stop();
        current = undefined;
        loading = reload();
        return { problem: { message: `Expected an answer within ${patience / 1_000} s, got none: a template may go round for ever, or have ended the process.` } };
      }
    },
    reload,
    get problem() {
      return problem;
    },
    close() {
      closed = true;
      latest?.stop();
      current?.stop();
    },
  };
}

interface Running {
  /** Undefined once the scenarios are loaded. */
  readonly loaded: Promise<Problem | undefined>;
  /** Undefined when no answer came. */
  ask(question: Question, patience: number): Promise<Reply<unknown> | undefined>;
  stop(): void;
}

function start(): Running {
  const { command, args, env } = nodeChild('cli/preview/renderer-process.ts');
  const child: ChildProcess = spawn(command, args, { env: { ...process.env, ...env, NODE_OPTIONS: '', NODE_ENV: 'production' }, stdio: ['ignore', 'inherit', 'pipe', 'ipc'], serialization: 'advanced' });
  const waiting = new Map<number, (reply: Reply<unknown> | undefined) => void>();
  let said = '';
  let questions = 0;
  child.stderr?.on('data', (data: Buffer) => (said = (said + data.toString()).slice(-8_000)));
  const loaded = new Promise<Problem | undefined>((resolve) => {
    child.on('message', (message: { ready: true } | { id: number; reply: Reply<unknown> }) => {
      if ('ready' in message) return resolve(undefined);
      waiting.get(message.id)?.(message.reply);
    });
    // Not `exit`: what it said may still be on its way then.
    child.once('close', () => resolve(loadingProblem(said)));
    child.once('error', (error) => resolve({ message: error.message }));
  });
  child.once('exit', () => {
    for (const answer of waiting.values()) answer(undefined);
  });
  return {
    loaded,
    ask(question, patience) {
      const id = questions++;
      return new Promise<Reply<unknown> | undefined>((resolve) => {
        const timer = setTimeout(() => resolve(undefined), patience);
        waiting.set(id, (reply) => {
          clearTimeout(timer);
          resolve(reply);
        });
        if (!child.connected) return waiting.get(id)!(undefined);
        child.send({ id, question }, (error) => error && waiting.get(id)?.(undefined));
      }).finally(() => waiting.delete(id));
    },
    stop: () => void child.kill('SIGKILL'),
  };
}

/** What Node wrote as it died: the line that says what is wrong, and where. */
function loadingProblem(said: string): Problem {
  const plain = said.replace(/\u001b\[[\d;]*m/g, '');
  const lines = plain.split('\n').map((line) => line.trim());
  const message = lines.find((line) => /ERROR: /.test(line))?.replace(/^.*ERROR: /, '') ?? lines.find((line) => /^\w*Error\b.*: /.test(line)) ?? lines.find((line) => line !== '') ?? 'The process that renders ended without a word.';
  return { message, place: /(scenarios\/[^\s():]+:\d+)/.exec(plain)?.[1] ?? /(scenarios\/[^\s():]+\.tsx?)/.exec(plain)?.[1] };
}
