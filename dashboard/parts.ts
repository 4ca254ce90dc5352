import type { Client } from '@temporalio/client';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ScenarioContent } from '../scenarios/content/index.ts';
import type { OperatorAct } from '../store/operator-acts.ts';
import type { Store } from '../store/index.ts';
import type { Live } from './live/live.ts';
import type { PageToRender } from './page/shell.tsx';
import type { Place } from './page/place.ts';
import type { SignedIn } from './sign-in/session.ts';

/** What the dashboard's routes work with. */
export interface DashboardParts {
  readonly store: Store;
  readonly client: Client;
  readonly contentOf: (workflowType: string) => ScenarioContent;
  /** The tracker's address, as cards show it. */
  readonly publicUrl: string;
  readonly temporalUi: { readonly url: string; readonly namespace: string } | undefined;
  readonly live: Live;
  /** The dashboard is reached over https: cookies go over nothing else. */
  readonly secure: boolean;
  /** Who asks. @throws Error on a route that nobody has to sign in for. */
  whoAsks(request: FastifyRequest): SignedIn;
  placeOf(request: FastifyRequest): Promise<Place>;
  show(reply: FastifyReply, place: Place, page: PageToRender, status?: number): FastifyReply;
  notFound(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
  /** Does what a form asks for, puts it on record with what came of it, and sends the browser back to where the form was. */
  carryOut(request: FastifyRequest, reply: FastifyReply, order: Order): Promise<FastifyReply>;
}

/** Something that an operator wants done. */
export interface Order {
  readonly act: OperatorAct;
  readonly campaignId?: string | undefined;
  readonly prospectId?: string | undefined;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly work: () => Promise<unknown>;
}

/** The fields of a form, as texts. */
export function fieldsOf(request: FastifyRequest): Readonly<Record<string, string>> {
  const body = typeof request.body === 'object' && request.body !== null ? request.body : {};
  return Object.fromEntries(Object.entries(body).filter((field): field is [string, string] => typeof field[1] === 'string'));
}
