import { campaignTime } from '../../engine/clock.ts';
import { campaignReport, type CampaignReport } from '../../store/report.ts';
import type { Store } from '../../store/index.ts';
import type { Act } from './crowd/index.ts';
import { createLiveScreen, type Screen } from './live-screen.ts';
import { renderLine, renderLive, type Seen } from './live-view.ts';

export interface WatchOptions {
  readonly store: Store;
  readonly campaignId: string;
  /** Milliseconds of the world after which it is left as it stands. */
  readonly limit: number;
  /** The day on which the last journey must have ended. */
  readonly lastDay: number;
  readonly screen: Screen;
  /** Stops watching, as when the process is about to end. */
  readonly signal: AbortSignal;
}

export interface Watch {
  /** Tells who did what. */
  saw(act: Act, prospect: string): void;
  /** Shows the campaign until `until` says that it is over; false when it was not within the limit. */
  show(until: (report: CampaignReport) => boolean): Promise<boolean>;
}

/** A live block is drawn so often; a log gets a line now and then. */
const DRAW_EVERY = 400;
const LINE_EVERY = 5_000;
const REMEMBERED = 5;

/** Shows a campaign while it runs: a live block on a terminal, elsewhere a line every few seconds. */
export function watchCampaign({ store, campaignId, limit, lastDay, screen, signal }: WatchOptions): Watch {
  const live = createLiveScreen(screen);
  const seen: { prospect: string; act: Act; at: number }[] = [];
  const began = Date.now();

  function draw(report: CampaignReport): void {
    const { clock } = report.campaign;
    const dayOf = (at: number): number => (campaignTime(clock, at) - clock.epoch) / 86_400_000;
    const withDays = seen.map(({ at, ...one }): Seen => ({ ...one, day: dayOf(at) }));
    live.draw(renderLive({ report, seen: withDays, lastDay }, { columns: screen.columns ?? 80, colours: true }));
  }

  return {
    saw(act, prospect) {
      seen.push({ act, prospect, at: Date.now() });
      if (seen.length > REMEMBERED) seen.shift();
    },
    async show(until) {
      let line = 0;
      try {
        while (!signal.aborted) {
          const report = await campaignReport(store, campaignId);
          if (screen.isTTY) draw(report);
          else if (Date.now() - line >= LINE_EVERY) {
            screen.write(`${renderLine({ report })}\n`);
            line = Date.now();
          }
          if (until(report)) return true;
          if (Date.now() - began > limit) return false;
          await new Promise((resolve) => setTimeout(resolve, DRAW_EVERY));
        }
        return false;
      } finally {
        live.clear();
      }
    },
  };
}
