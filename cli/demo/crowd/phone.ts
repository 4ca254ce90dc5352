import { readPage, type Form, type Page } from './page.ts';

/** Who asks, by what they say of themselves. */
export const PHONES = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0',
] as const;

/** Machines that follow links which were meant for people: previews of messengers, and the gateways that check mails at work. */
export const SCANNERS = { previews: ['WhatsApp/2.24.20.88 A', 'Slackbot-LinkExpanding 1.0'], gateways: ['Mozilla/5.0 (compatible; Mimecast-URL-Protect/1.0)', 'BarracudaCentral/1.0'] } as const;

/** A browser in somebody's hand. It asks nothing of any address but this machine's: where a link leads outside, it stops and says where. */
export interface Phone {
  /** Opens an address, following redirects. */
  open(address: string): Promise<Page | Outside>;
  /** What the page's script does when the page is on the screen. */
  see(page: Page): Promise<void>;
  /** Posts a form with these choices, and shows the page that answers. */
  submit(form: Form, choices?: Readonly<Record<string, string>>): Promise<Page | Outside>;
  /** Posts this body: what a mailbox does when its own unsubscribe button is used. */
  post(address: string, body: URLSearchParams): Promise<void>;
  /** What a scanner does: asks for the head, then for the page, and runs no script. */
  scan(address: string): Promise<void>;
}

/** The address of somebody else's site, which was not asked for. */
export interface Outside {
  readonly outside: string;
}

const REDIRECTS = 5;
const PATIENCE = 10_000;

/**
 * @param userAgent what it says of itself, see `PHONES` and `SCANNERS`
 * @throws Error from its methods, when an answer is no success or an address asked for is not this machine's.
 * @example
 * const page = await createPhone(PHONES[0]).open('http://127.0.0.1:8080/Q/7KQ9XM2PAB');
 */
export function createPhone(userAgent: string): Phone {
  async function request(address: string, init: RequestInit = {}): Promise<{ response: Response; address: string } | Outside> {
    let url = address;
    let options = init;
    for (let redirects = 0; redirects <= REDIRECTS; redirects++) {
      if (!isHere(url)) {
        if (redirects === 0) throw new Error(`Expected an address of this machine, got ${new URL(url).host}. The crowd asks nobody else.`);
        return { outside: url };
      }
      const response = await fetch(url, {
        ...options,
        redirect: 'manual',
        headers: { 'user-agent': userAgent, 'accept-language': 'fr-FR,fr;q=0.9', accept: 'text/html,*/*;q=0.8' },
        signal: AbortSignal.timeout(PATIENCE),
      });
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || !location) return { response, address: url };
      await response.body?.cancel();
      url = new URL(location, url).href;
      // Browsers go on with GET after 301, 302 and 303, but for HEAD.
      if (options.method !== 'HEAD') options = {};
    }
    throw new Error(`Expected at most ${REDIRECTS} redirects, got more.`);
  }

  async function page(asked: Promise<{ response: Response; address: string } | Outside>): Promise<Page | Outside> {
    const answer = await asked;
    if ('outside' in answer) return answer;
    const html = await answer.response.text();
    if (!answer.response.ok) throw new Error(`Expected a page, got ${answer.response.status}.`);
    return readPage(html, answer.address);
  }

  async function done(asked: Promise<{ response: Response } | Outside>): Promise<void> {
    const answer = await asked;
    if ('outside' in answer) return;
    await answer.response.arrayBuffer();
    if (!answer.response.ok) throw new Error(`Expected success, got ${answer.response.status}.`);
  }

  return {
    open: (address) => page(request(address)),
    async see({ beacon }) {
      if (!beacon) throw new Error('Expected a page that reports that it was seen, got one without a beacon.');
      await done(request(beacon, { method: 'POST' }));
    },
    submit: ({ action, fields }, choices = {}) => page(request(action, { method: 'POST', body: new URLSearchParams({ ...fields, ...choices }) })),
    post: (address, body) => done(request(address, { method: 'POST', body })),
    async scan(address) {
      await done(request(address, { method: 'HEAD' }));
      await done(request(address));
    },
  };
}

function isHere(address: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname);
}
