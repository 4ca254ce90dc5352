import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { campaignLookup } from '../../../activities/campaign-lookup.ts';
import { RetryableError } from '../../../activities/errors.ts';
import type { MailProvider } from '../../../activities/email/mail-provider.ts';
import { createMailgun } from '../../../activities/email/mailgun.ts';
import { sendEmail, type SendEmailDeps } from '../../../activities/email/send-email.ts';
import type { TouchRequest } from '../../../activities/touch-attempt.ts';
import { createSandbox } from '../../../sandbox/index.ts';
import { content } from '../../../scenarios/boiler-renewal/content.ts';
import { createCampaign, enterAudience, type Campaign } from '../../../store/campaigns.ts';
import { recordConsent, saveProspects } from '../../../store/prospects.ts';
import { suppress } from '../../../store/suppressions.ts';
import { insertTouch } from '../../../store/touches.ts';
import { testStore, type TestStore } from '../../setup/store.ts';
import { someone } from '../../setup/world.ts';

const KEY = 'key-test';
const DOMAIN = 'mail.bellebraise.example';
const campaign: Campaign = {
  id: 'spring',
  scenario: 'boiler-renewal',
  version: 1,
  goal: ['purchase'],
  clock: { epoch: 0, speed: 1 },
  holdout: 0,
  seed: 's',
  pace: 10,
  printEvery: 86_400_000,
};

let store: TestStore;
let sandbox: FastifyInstance;
let url: string;
let deps: SendEmailDeps;
let people = 0;
let journeyId: string;

beforeAll(async () => {
  store = await testStore();
  sandbox = await createSandbox({ key: KEY, signingKey: 'sign' });
  url = await sandbox.listen({ port: 0, host: '127.0.0.1' });
  await createCampaign(store, campaign);
  const mail = createMailgun({ url, key: KEY, domain: DOMAIN, timeoutMs: 1_000, lookUpAfterMs: 200 });
  deps = {
    store,
    campaigns: campaignLookup(store),
    contentOf: () => content,
    mail,
    publicUrl: 'https://go.bellebraise.example',
    from: `Bellebraise <bonjour@${DOMAIN}>`,
    domain: DOMAIN,
    lease: 300,
  };
});
afterAll(async () => {
  await sandbox.close();
  await store.destroy();
});

/** A person of their own for each test. */
async function enter(change: Parameters<typeof someone>[1] = {}): Promise<void> {
  const id = `p${++people}`;
  await saveProspects(store, [someone(id, change)]);
  await enterAudience(store, campaign, [id]);
  journeyId = `spring/${id}`;
}
beforeEach(() => enter());

const request = (): TouchRequest => ({
  journeyId,
  at: Date.now(),
  order: { touch: 'thank-you/1', at: Date.now(), message: 'thank-you', medium: 'email', props: { interest: 'service', store: 'Les Forges' }, choose: ['warm', 'factual'] },
});
const send = () => sendEmail(deps, 'email', request());
const fault = (body: object) => fetch(`${url}/sandbox/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const touch = () => store.selectFrom('touches').selectAll().where('journey_id', '=', journeyId).executeTakeFirstOrThrow();
const mails = async () => {
  const { messages } = (await (await fetch(`${url}/sandbox/messages`)).json()) as { messages: { variables: { touch: string }; html: string; text: string }[] };
  return messages.filter(({ variables }) => variables.touch.startsWith(`${journeyId}/`));
};

describe('one touch, one mail', () => {
  test('decided, sent and recorded: variant, policy, propensity, cost, provider’s id, a token for each link', async () => {
    expect(await send()).toEqual({ sent: true, why: 'sent', at: expect.any(Number), variant: expect.stringMatching(/^(warm|factual)$/), decision: { policy: expect.stringMatching(/^\w{8,}$/), chance: 0.5 } });
    expect(await touch()).toMatchObject({
      id: `${journeyId}/thank-you/1`,
      status: 'sent',
      propensity: 0.5,
      policy: expect.stringMatching(/^[0-9a-f]{16}$/),
      provider: 'mailgun',
      provider_id: expect.stringContaining(DOMAIN),
    });
    const links = await store.selectFrom('links').select(['kind', 'name', 'token']).where('journey_id', '=', journeyId).orderBy('name').execute();
    expect(links.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['click appointment', 'honeypot honeypot', 'unsubscribe unsubscribe', 'click voucher']);
    expect(new Set(links.map(({ token }) => token)).size).toBe(4);
  });

  test('no person sees the link that machines follow; opens are seen of those alone who agreed, and not any more once they withdrew', async () => {
    const prospectId = journeyId.split('/')[1]!;
    await recordConsent(store, { prospectId, medium: 'email', purpose: 'open-tracking', granted: true, source: 'test' });
    await fault({ kind: 'fail-next', status: 503, count: 1 });
    await expect(send()).rejects.toBeInstanceOf(RetryableError);
    await recordConsent(store, { prospectId, medium: 'email', purpose: 'open-tracking', granted: false, source: 'test' });
    await send();
    const withdrawn = (await mails())[0]!;
    await enter();
    await recordConsent(store, { prospectId: journeyId.split('/')[1]!, medium: 'email', purpose: 'open-tracking', granted: true, source: 'test' });
    await send();
    const agreed = (await mails())[0]!;
    const unseen = (html: string) => /[^>]*(<a [^>]*aria-hidden[^<]*<\/a>.*)<\/body>/.exec(html)?.[1]?.replace(/[0-9A-Z]{10}(?=[".])/g, 'TOKEN');
    expect([unseen(withdrawn.html), unseen(agreed.html)]).toMatchInlineSnapshot(`
     [
       "<a href="https://go.bellebraise.example/c/TOKEN" aria-hidden="true" tabindex="-1" rel="nofollow" style="display:none"></a>",
       "<a href="https://go.bellebraise.example/c/TOKEN" aria-hidden="true" tabindex="-1" rel="nofollow" style="display:none"></a><img src="https://go.bellebraise.example/o/TOKEN.gif" alt="" width="1" height="1" style="display:block;border:0"/>",
     ]
    `);
    expect(agreed.text).not.toContain(
      (await store.selectFrom('links').select('token').where('journey_id', '=', journeyId).where('kind', '=', 'honeypot').executeTakeFirstOrThrow()).token,
    );
  });

  test('tried again it is not sent again, and says the same', async () => {
    const { at, ...first } = await send();
    expect(at).toBeLessThanOrEqual(Date.now());
    expect(await send()).toMatchObject(first);
    expect(await mails()).toHaveLength(1);
  });

  test('the answer is lost after acceptance: the next try finds the mail and does not send it', async () => {
    await fault({ kind: 'lose-answer', count: 1 });
    await expect(send()).rejects.toBeInstanceOf(RetryableError);
    expect((await touch()).status).toBe('sending');
    expect(await send()).toMatchObject({ sent: true });
    expect(await mails()).toHaveLength(1);
  });

  test('a try that comes while another may be sending waits for its lease, then asks the provider', async () => {
    const { order } = request();
    await insertTouch(
      store,
      {
        id: `${journeyId}/thank-you/1`,
        journeyId,
        message: 'thank-you',
        medium: 'email',
        status: 'sending',
        why: 'sending',
        props: order.props,
        cost: 0,
        campaignAt: new Date(),
        links: [
          { token: `AAAAAAAA${people + 20}`, kind: 'click', name: 'appointment', target: 'https://www.bellebraise.example' },
          { token: `BBBBBBBB${people + 20}`, kind: 'click', name: 'voucher', target: 'page:boiler-check' },
          { token: `CCCCCCCC${people + 20}`, kind: 'unsubscribe', name: 'unsubscribe', target: '' },
        ],
      },
      400,
    );
    const refused = await send().catch((error: unknown) => error as RetryableError);
    expect(refused).toMatchObject({ type: 'AttemptUnderWay' });
    await new Promise((resolve) => setTimeout(resolve, (refused as RetryableError).retryAfterMs));
    expect(await send()).toMatchObject({ sent: true });
    expect(await mails()).toHaveLength(1);
  });

  test('by a provider that can’t be asked, an attempt that was killed halfway is not repeated; one that knew it had failed is', async () => {
    const sent: string[] = [];
    let trouble = true;
    const smtp: MailProvider = {
      name: 'smtp',
      find: async () => 'cannot-tell',
      send: async ({ messageId }) => {
        if (trouble) throw new RetryableError('SmtpBusy', 'Later.');
        sent.push(messageId);
        return { id: messageId };
      },
    };
    const attempt = () => sendEmail({ ...deps, mail: smtp }, 'email', request());
    await expect(attempt()).rejects.toMatchObject({ type: 'SmtpBusy' });
    trouble = false;
    expect(await attempt()).toMatchObject({ sent: true });
    expect(sent).toHaveLength(1);

    await enter();
    trouble = true;
    await expect(attempt()).rejects.toMatchObject({ type: 'SmtpBusy' });
    trouble = false;
    // As a killed attempt leaves it: its lease is over and was never given back.
    await store.updateTable('touches').set({ lease_until: new Date(Date.now() - 1_000) }).where('journey_id', '=', journeyId).execute();
    expect(await attempt()).toMatchObject({ sent: true });
    expect(sent).toHaveLength(1);
    expect(await touch()).toMatchObject({ status: 'sent', provider: 'smtp', provider_id: expect.stringMatching(/^unconfirmed:/) });
  });

  test('a page in place of an answer, and none at all, cost nobody their mail, and nobody gets it twice', async () => {
    await fault({ kind: 'web-page', count: 2 });
    await expect(send()).rejects.toMatchObject({ type: 'MailgunTrouble' });
    await expect(send()).rejects.toMatchObject({ type: 'MailgunTrouble' });
    expect(await mails()).toHaveLength(0);
    await fault({ kind: 'no-answer' });
    // Asked at once, Mailgun might not know yet that it has the mail.
    await expect(send()).rejects.toMatchObject({ type: 'MailgunUnreachable', retryAfterMs: 200, nothingTaken: false });
    expect(await send()).toMatchObject({ sent: true });
    expect(await mails()).toHaveLength(1);
  });

  test('whoever said that it took nothing is not asked before the next try', async () => {
    let asked = 0;
    const counting = { ...deps, mail: { ...deps.mail, find: async (id: string) => ((asked += 1), deps.mail.find(id)) } };
    await fault({ kind: 'throttle', retryAfter: 1, count: 2 });
    for (const _ of ['once', 'twice']) await expect(sendEmail(counting, 'email', request())).rejects.toMatchObject({ type: 'MailgunBusy', retryAfterMs: 1_000 });
    expect(await sendEmail(counting, 'email', request())).toMatchObject({ sent: true });
    expect(asked).toBe(0);
  });

  test.each([
    ['a look-alike domain', { email: 'jean@раураl.com' }, 'BadAddress', 'field email'],
    ['an address that is too long', { email: `${'a'.repeat(65)}@courriel.example` }, 'BadAddress', 'field email'],
    ['an address with a header in it', { email: 'a@b.example\r\nBcc: c@d.example' }, 'BadAddress', 'field email'],
  ])('%s: not sent, and the touch says of whom and which field', async (_, identity, type, field) => {
    await enter({ identity: { ...someone('x').identity, ...identity } });
    expect(await send()).toMatchObject({ sent: false, why: `failed:${type}` });
    const { id, problem } = await touch();
    expect(problem).toContain(field);
    expect(problem).toContain(id);
    expect(problem).not.toMatch(/jean|Bcc|aaaa|courriel/);
    expect(await mails()).toHaveLength(0);
  });

  test('a fact with line breaks or markup can make neither a header nor an element', async () => {
    const hostile = { ...content, messages: { ...content.messages, 'thank-you': { ...content.messages['thank-you'], subject: ({ props }: { props: { store: string } }) => `Rendez-vous à ${props.store}` } } } as typeof content;
    const asked = request();
    const withStore = (store: string) => ({ ...asked, order: { ...asked.order, props: { interest: 'service', store } } });
    expect(await sendEmail({ ...deps, contentOf: () => hostile }, 'email', withStore('Forges\r\nBcc: all@x.example'))).toMatchObject({ sent: false, why: 'failed:BadSubject' });
    expect((await touch()).problem).toContain("subject of message 'thank-you'");
    expect(await mails()).toHaveLength(0);
    await enter({ identity: { ...someone('x').identity, firstName: '<script>alert(1)</script>\r\nBcc: all@x.example' } });
    expect(await send()).toMatchObject({ sent: true });
    const [mail] = (await mails()) as unknown as { html: string; subject: string; headers: Record<string, string> }[];
    expect(mail!.html).not.toContain('<script');
    expect(mail!.subject).not.toMatch(/[\r\n]/);
    expect(Object.keys(mail!.headers).some((name) => /bcc/i.test(name))).toBe(false);
  });

  test('a message whose code throws is not sent, and what it throws of a person is not told', async () => {
    const broken = { ...content, messages: { ...content.messages, 'thank-you': { ...content.messages['thank-you'], body: ({ person }: { person: { lastName: string | null } }): never => { throw new TypeError(`no room for ${person.lastName}`); } } } } as typeof content;
    expect(await sendEmail({ ...deps, contentOf: () => broken }, 'email', request())).toMatchObject({ sent: false, why: 'failed:BrokenMessage' });
    const { problem } = await touch();
    expect(problem).toContain("body() of message 'thank-you'");
    expect(problem).not.toContain('Lempereur');
    expect(await mails()).toHaveLength(0);
  });

  test('two tries at the same moment send one mail', async () => {
    const results = await Promise.allSettled([send(), send(), send()]);
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
    expect(await mails()).toHaveLength(1);
  });
});

describe('not sent, with its reason', () => {
  test.each([
    ['no consent', { consents: { email: false } }, 'no-consent'],
    ['never asked', { consents: {} }, 'no-consent'],
    ['no address', { consents: { email: true }, identity: { ...someone('x').identity, email: null } }, 'no-address'],
  ])('%s', async (_, change, why) => {
    await enter(change as Parameters<typeof someone>[1]);
    expect(await send()).toMatchObject({ sent: false, why });
    expect(await touch()).toMatchObject({ status: 'not-sent', why, cost: '0.0000' });
    expect(await mails()).toHaveLength(0);
  });

  test('an address that bounced', async () => {
    await suppress(store, { prospectId: journeyId.split('/')[1]!, medium: 'email', reason: 'bounced' });
    expect(await send()).toMatchObject({ sent: false, why: 'suppressed:bounced' });
  });

  test('who withdrew while the provider was down gets nothing', async () => {
    await fault({ kind: 'fail-next', status: 503, count: 1 });
    await expect(send()).rejects.toBeInstanceOf(RetryableError);
    await recordConsent(store, { prospectId: journeyId.split('/')[1]!, medium: 'email', granted: false, source: 'test' });
    expect(await send()).toMatchObject({ sent: false, why: 'no-consent' });
    expect(await mails()).toHaveLength(0);
  });

  test('what the provider refuses for good is recorded, not retried', async () => {
    await fault({ kind: 'fail-next', status: 413, count: 1 });
    expect(await send()).toMatchObject({ sent: false, why: 'failed:MailgunTooLarge' });
    expect(await touch()).toMatchObject({ status: 'not-sent', why: 'failed:MailgunTooLarge' });
  });
});
