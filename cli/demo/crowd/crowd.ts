import type { Clock } from '../../../engine/clock.ts';
import { createAgenda } from './agenda.ts';
import { chanceOf } from './chance.ts';
import { decide } from './decisions.ts';
import { openLetterbox, type ReadQrCodes } from './letterbox.ts';
import { openMailbox } from './mailbox.ts';
import { createPerson, type Person } from './person.ts';
import { createPhone, PHONES, SCANNERS } from './phone.ts';
import { createServices } from './services.ts';
import { createTally, type Act } from './tally.ts';

export interface CrowdOptions {
  readonly campaignId: string;
  /** The campaign's clock, from whose epoch on they live. */
  readonly clock: Clock;
  /** Of their decisions: the same seed, the same decisions. */
  readonly seed: string;
  /** Everybody that the campaign was launched to, held out or not: prospect ids. */
  readonly people: readonly string[];
  /** Where the campaign's PDFs and manifests appear. */
  readonly printFolder: string;
  readonly tracker: string;
  readonly sandbox: string;
  readonly apiKey: string;
  readonly readQrCodes: ReadQrCodes;
  /** Told of each act, by prospect id, for whoever watches. */
  readonly onAct?: (act: Act, prospect: string) => void;
}

/** What they did. */
export interface CrowdReport {
  readonly acts: Readonly<Record<Act, number>>;
  /** Mailpieces that lay in letter boxes, and how many of their QR codes were read off the rendered page. */
  readonly pieces: number;
  readonly readFromPixels: number;
  readonly mails: number;
  /** Acts that failed, with their reason, and how often. */
  readonly failures: ReadonlyMap<string, number>;
}

export interface Crowd {
  /** So far. */
  report(): CrowdReport;
  /** They look for no more post and mail; resolves when what they mean to do is done, or after so many milliseconds without it. */
  finish(patience: number): Promise<CrowdReport>;
  /** At once, whatever they meant to do. */
  stop(): void;
}

const LOOK_EVERY = 200;
const CONCURRENCY = 12;

/**
 * Sets the crowd on a campaign: people who act on it from outside, over HTTP and by what is printed, on its clock.
 *
 * @example
 * const crowd = startCrowd({ campaignId: 'demo', clock, seed: '1', people, printFolder: 'out/demo', tracker, sandbox, apiKey, readQrCodes });
 * const { acts } = await crowd.finish(30_000);
 */
export function startCrowd({ campaignId, clock, seed, people, printFolder, tracker, sandbox, apiKey, readQrCodes, onAct }: CrowdOptions): Crowd {
  const agenda = createAgenda({ clock, concurrency: CONCURRENCY });
  const tally = createTally(onAct);
  const services = createServices({ tracker, apiKey, campaignId });
  const letterbox = openLetterbox({ folder: printFolder, clock, readQrCodes });
  const mailbox = openMailbox(sandbox, campaignId);
  const persons = new Map<string, Person>(
    people.map((id) => {
      const chance = chanceOf(seed, id);
      const pick = (question: string, among: readonly string[]): string => among[Math.floor(chance.roll(question) * among.length)]!;
      const [phone, preview, gateway] = [pick('phone', PHONES), pick('preview', SCANNERS.previews), pick('gateway', SCANNERS.gateways)].map(createPhone);
      const person = createPerson({ id, decisions: decide({ seed, prospect: id }), clock, agenda, tally, services, phone: phone!, preview: preview!, gateway: gateway! });
      return [id, person];
    }),
  );
  for (const person of persons.values()) person.lives(clock.epoch);

  const others = new Map<string, number>();
  let looking = true;
  let pieces = 0;
  let readFromPixels = 0;
  let mails = 0;

  const failed = (reason: string, times = 1): unknown => times > 0 && others.set(reason, (others.get(reason) ?? 0) + times);

  async function keepLooking(where: string, look: () => Promise<void>): Promise<void> {
    while (looking) {
      await look().catch((error: unknown) => {
        failed(`looks into the ${where}: ${error instanceof Error ? error.message : String(error)}`);
      });
      if (looking) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    }
  }
  const looks = Promise.all([
    keepLooking('letter box', async () => {
      for (const run of await letterbox.fetch()) {
        readFromPixels += run.readFromPixels;
        failed('scans: no QR code found on the rendered page', run.unreadable);
        pieces += run.pieces.length;
        for (const piece of run.pieces) persons.get(piece.touch.prospect)?.receives(piece);
      }
    }),
    keepLooking('mailbox', async () => {
      for (const mail of await mailbox.fetch()) {
        mails += 1;
        persons.get(mail.touch.prospect)?.reads(mail);
      }
    }),
  ]);

  const report = (): CrowdReport => ({ acts: tally.counts, pieces, readFromPixels, mails, failures: new Map([...agenda.failures, ...others]) });
  return {
    report,
    async finish(patience) {
      looking = false;
      await looks;
      const timeout = setTimeout(() => failed('ran out of time', agenda.clear()), patience);
      await agenda.idle();
      clearTimeout(timeout);
      return report();
    },
    stop() {
      looking = false;
      agenda.clear();
    },
  };
}
