import type { Duration } from '../vocabulary/index.ts';

/** An audience on a social network, to whom the brand shows its adverts. Which of the network's own audiences it is, the worker's settings say (`META_AUDIENCES`). */
export interface AudienceDefinition {
  /** Who is in it and what they are shown, for the operator. */
  readonly description: string;
  /** The longest that a person stays in it; on the world's clock, as the network keeps it. */
  readonly stays: Duration;
}

/**
 * What a scenario's path is written against beside its messages, read off its audiences.
 *
 * @example type HeatingMessages = MessagesOf<typeof messages> & AudiencesOf<typeof audiences>;
 */
export type AudiencesOf<Definitions extends Readonly<Record<string, AudienceDefinition>>> = {
  readonly [N in keyof Definitions]: { readonly medium: 'audience'; readonly props: Record<never, never> };
};
