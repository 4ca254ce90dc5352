export interface PosterOptions {
  /** Where bodies are posted; nowhere when it is left out. */
  readonly url?: string | undefined;
  /** Milliseconds before the second try, the third and so on; after the last the post is given up. */
  readonly retryAfterMs: readonly number[];
  /** Statuses other than 2xx after which there is no further try. */
  readonly final?: readonly number[];
  /** Taken, refused for good, or given up. */
  readonly settled: (id: string) => void;
}

/** Something to be posted. */
export interface Post {
  readonly id: string;
  readonly body: string;
  /** Asked at each try: a signature may hold the time. */
  readonly headers?: () => Readonly<Record<string, string>>;
}

export interface Poster {
  post(post: Post): void;
  /** Stops at once. */
  close(): void;
}

const AT_ONCE = 8;
const TIMEOUT_MS = 10_000;

/** Posts JSON as providers post webhooks: several at a time, in no particular order, again when it was not taken. */
export function openPoster({ url, retryAfterMs, final = [], settled }: PosterOptions): Poster {
  const waiting: { readonly post: Post; readonly attempt: number }[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const closing = new AbortController();
  let underWay = 0;

  const next = (): void => {
    while (url !== undefined && underWay < AT_ONCE && !closing.signal.aborted) {
      const job = waiting.shift();
      if (!job) return;
      underWay += 1;
      void attempt(url, job).finally(() => {
        underWay -= 1;
        next();
      });
    }
  };

  const attempt = async (to: string, { post, attempt: count }: (typeof waiting)[number]): Promise<void> => {
    const status = await send(to, post, closing.signal);
    if (closing.signal.aborted) return;
    if (status !== undefined && ((status >= 200 && status < 300) || final.includes(status))) return settled(post.id);
    const wait = retryAfterMs[count];
    if (wait === undefined) return settled(post.id);
    const timer = setTimeout(() => {
      timers.delete(timer);
      waiting.push({ post, attempt: count + 1 });
      next();
    }, wait);
    timers.add(timer);
  };

  return {
    post(post) {
      waiting.push({ post, attempt: 0 });
      next();
    },
    close() {
      closing.abort();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** Status of the answer; nothing when there was none. */
async function send(url: string, { body, headers }: Post, closing: AbortSignal): Promise<number | undefined> {
  try {
    const signal = AbortSignal.any([closing, AbortSignal.timeout(TIMEOUT_MS)]);
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', 'user-agent': 'parcours-sandbox', ...headers?.() }, body, signal, redirect: 'manual' });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return undefined;
  }
}
