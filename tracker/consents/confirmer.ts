import { claimConsentRequests, noteConsentStart, type RequestToStart } from '../../store/consent-requests.ts';
import type { Store } from '../../store/index.ts';
import { createErrands, type ErrandOptions, type Errands } from '../errands.ts';

/** Starts the workflow that mails a request for confirmation; rejects when Temporal can't be reached. `startConfirmation` of `client/`, bound to its client and task queue. */
export type Confirm = (requestId: string) => Promise<void>;

export type Confirmer = Errands<RequestToStart>;

/** The way from a consent that was asked to the mail that proves its mailbox. */
export function createConfirmer({ store, confirm, ...options }: { readonly store: Store; readonly confirm: Confirm } & Pick<ErrandOptions<RequestToStart>, 'logger' | 'patience'>): Confirmer {
  return createErrands({
    ...options,
    what: 'confirmation started',
    concurrency: 8,
    claim: async (id) => (await claimConsentRequests(store, { id }))[0],
    carryOut: ({ id }) => confirm(id),
    note: ({ id }, error) => noteConsentStart(store, { id, ...(error === undefined ? {} : { error }) }),
  });
}
