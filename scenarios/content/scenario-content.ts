import type { ZodObject } from 'zod';
import type { AreaDrop } from './area-drop.ts';
import type { AudienceDefinition } from './audience.ts';
import type { AnyMessage } from './message.ts';
import type { PersonalPage } from './page.ts';
import type { Policies } from './policies.ts';

/** The company that speaks. */
export interface PageBrand {
  readonly name: string;
  /** Its postal address on one line. */
  readonly address: string;
  /** Where people write to. */
  readonly email: string;
  readonly shop: string;
}

/** All of a scenario that is not its path: what activities, tracker and import need. Never loaded by a workflow. */
export interface ScenarioContent {
  /** The facts it needs of a prospect; the import refuses rows without them, pages check answers by them. */
  readonly facts: ZodObject;
  /** Who asks and who answers for it, in the mail that proves a mailbox and on pages whose time is over. */
  readonly brand?: PageBrand;
  readonly messages: Readonly<Record<string, AnyMessage>>;
  readonly pages: Readonly<Record<string, PersonalPage>>;
  /** Audiences on a social network that its path lets people into, by name. */
  readonly audiences?: Readonly<Record<string, AudienceDefinition>>;
  /** How its variants and branches are chosen, by choice point; by the even split unless said. */
  readonly policies?: Policies;
  /** For scenarios whose people answer an unaddressed drop; their entry is `area-reply`. */
  readonly drop?: AreaDrop;
}
