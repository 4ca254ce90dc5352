/** A form of a page, as a browser would post it. */
export interface Form {
  /** Absolute address. */
  readonly action: string;
  /** Fields with a value of their own. */
  readonly fields: Readonly<Record<string, string>>;
  /** Fields to choose for, by name: what may be chosen. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
}

/** What a browser makes of a page, and what a person sees on it. */
export interface Page {
  /** Where it was got from, after redirects. */
  readonly address: string;
  /** What the page's script posts to when it is seen; absolute. */
  readonly beacon?: string;
  readonly forms: readonly Form[];
  /** Absolute addresses of its links, in order. */
  readonly links: readonly string[];
  /** The voucher's number, where the page shows one. */
  readonly voucher?: string;
}

/**
 * Reads a page or a mail: its links, its forms, and the address to which its script reports that it was seen.
 *
 * @example readPage('<a href="/u/7KQ9XM2PAB">…</a>', 'http://127.0.0.1:8080/p/x').links // ['http://127.0.0.1:8080/u/7KQ9XM2PAB']
 */
export function readPage(html: string, address: string): Page {
  const beacon = /sendBeacon\(("(?:[^"\\]|\\.)*")/.exec(html)?.[1];
  const voucher = /class="code"[^>]*>([^<]+)</.exec(html)?.[1]?.trim();
  return {
    address,
    ...(beacon && { beacon: new URL(JSON.parse(beacon) as string, address).href }),
    forms: [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, attributes = '', inside = '']) => readForm(attributes, inside, address)),
    links: [...html.matchAll(/<a\b([^>]*)>/g)].flatMap(([, attributes = '']) => absolute(attribute(attributes, 'href'), address)),
    ...(voucher && { voucher: decode(voucher) }),
  };
}

function readForm(attributes: string, inside: string, address: string): Form {
  const fields: Record<string, string> = {};
  const choices: Record<string, string[]> = {};
  for (const [, input = ''] of inside.matchAll(/<input\b([^>]*?)\/?>/g)) {
    const name = attribute(input, 'name');
    if (!name) continue;
    const value = attribute(input, 'value') ?? '';
    if (attribute(input, 'type') === 'radio') (choices[name] ??= []).push(value);
    else fields[name] = value;
  }
  return { action: new URL(attribute(attributes, 'action') ?? address, address).href, fields, choices };
}

/** Nothing for what is no web address, such as `mailto:` or `tel:`. */
function absolute(href: string | undefined, address: string): string[] {
  if (href === undefined || !URL.canParse(href, address)) return [];
  const url = new URL(href, address);
  return ['http:', 'https:'].includes(url.protocol) ? [url.href] : [];
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(String.raw`(?:^|\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? undefined : decode(found);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(parseInt(hex ?? decimal ?? '', hex ? 16 : 10));
  });
}
