import type { TouchOrder } from '../engine/index.ts';
import type { Kind, Reachable, TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { Made } from './rule-check.ts';

/** What a person agreed to and withdrew from, and addresses that turned out dead: whether they may be touched. */
export class Standing {
  private readonly closed: Partial<Record<TouchMedium, string>> = {};

  constructor(
    private readonly consents: Reachable,
    private readonly hasEmail: boolean,
  ) {}

  /** Why a touch may not be made, as `mayTouch` has it in the store, and the cap; nothing when it may. */
  refusal({ medium, cap, at }: TouchOrder, purpose: 'marketing' | 'service', made: readonly Made[]): string | undefined {
    // An invitation travels by mail, so it needs all that a mail needs.
    const by: TouchMedium = medium === 'social' && this.consents.social ? 'email' : medium;
    const closed = this.closed[medium] ?? this.closed[by];
    if (closed) return `suppressed:${closed}`;
    const isService = medium === 'email' && purpose === 'service';
    if (!(isService ? this.hasEmail : this.consents[medium] && this.consents[by])) return 'no-consent';
    if (!cap) return undefined;
    let count = 0;
    for (const touch of made) if (touch.medium === medium && touch.at > at - cap.per) count += 1;
    return count >= cap.most ? 'capped' : undefined;
  }

  /** Why a person may not join an audience, as `mayJoinAudience` has it in the store. */
  get audienceRefusal(): string | undefined {
    if (this.closed.social) return `suppressed:${this.closed.social}`;
    if (!this.consents.social) return 'no-consent';
    return this.hasEmail ? undefined : 'no-address';
  }

  /** What is closed is closed for good. */
  close(kind: Kind, data: Readonly<Record<string, unknown>> | undefined): void {
    const { closed } = this;
    if (kind === 'returned') closed.print ??= 'returned';
    else if (kind === 'complained') closed.social ??= closed.email ??= 'complained';
    else if (kind === 'bounced' && data?.['permanent'] === true) closed.email ??= 'bounced';
    else if (kind === 'unsubscribe') {
      const medium = data?.['medium'] as TouchMedium | 'all' | undefined;
      for (const one of ['print', 'email', 'social'] as const) if (medium === undefined || medium === 'all' || medium === one) closed[one] ??= 'unsubscribed';
    }
  }
}
