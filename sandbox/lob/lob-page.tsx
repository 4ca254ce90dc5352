import { renderPage, Time } from '../page-frame.tsx';
import { ENDS, LIFE, stateOf, type Address, type KeptPiece, type PieceEvent, type State } from './mailpiece.ts';

export interface LobPage {
  /** Newest first. */
  readonly pieces: readonly KeptPiece[];
  readonly eventsOf: (id: string) => readonly PieceEvent[];
  readonly total: number;
}

const SAID: Readonly<Record<State, string>> = {
  created: 'accepted',
  rendered_pdf: 'rendered',
  rendered_thumbnails: 'rendered',
  mailed: 'mailed',
  in_transit: 'in transit',
  in_local_area: 'in the local area',
  processed_for_delivery: 'out for delivery',
  delivered: 'delivered',
  're-routed': 're-routed',
  international_exit: 'left the country',
  returned_to_sender: 'returned to sender',
  viewed: 'viewed',
  failed: 'failed',
  rejected: 'rejected',
  deleted: 'cancelled',
};

/** The colour of a state, by the style of the mailbox's pages. */
const LOOKS: Partial<Readonly<Record<State, string>>> = { delivered: 'delivered', 're-routed': 'deferred', returned_to_sender: 'failed', failed: 'failed', rejected: 'failed', deleted: 'deferred' };

const STYLE = `
.pieces li{display:grid;grid-template-columns:minmax(0,1fr) 200px 118px;gap:6px 24px;align-items:center;padding:16px 22px}
.pieces .to{font:400 18px/1.35 Georgia,Gelasio,serif;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.pieces .line{color:var(--muted);overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.way{display:flex;gap:4px;margin-top:9px}
.way i{height:5px;width:21px;border-radius:3px;background:var(--line)}
.way i.past{background:var(--good)}
.way.ended i.past{background:var(--bad)}
.acts{display:flex;flex-direction:column;gap:6px}
.pieces .acts a{display:block;padding:6px 14px;border:1px solid var(--line);border-radius:999px;font-size:13.5px;text-align:center}
.acts form{display:block;flex:none}.acts button{width:100%;padding:7px 14px;font-size:13.5px}
@media (max-width:620px){.pieces li{grid-template-columns:minmax(0,1fr);gap:10px}.acts{flex-direction:row}}
`;

/** The list of mailpieces. */
export function lobPage({ pieces, eventsOf, total }: LobPage): string {
  return renderPage(
    'Sandbox mailpieces',
    <>
      <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      <header className="top">
        <div>
          <h1>Sandbox mailpieces</h1>
          <p className="aside">{total === 0 ? 'Nothing printed yet' : `${total.toLocaleString('en-GB')} ${total === 1 ? 'piece' : 'pieces'} taken by Lob’s API`}. None left this machine.</p>
        </div>
        <a className="more" href="/">
          Mailbox
        </a>
      </header>
      {pieces.length === 0 ? (
        <p className="empty">
          <strong>No mailpiece yet</strong>Postcards and letters appear here as soon as a print run is handed over to Lob.
        </p>
      ) : (
        <ul className="mails pieces">
          {pieces.map((piece) => (
            <li key={piece.id}>
              <Row piece={piece} events={eventsOf(piece.id)} />
            </li>
          ))}
        </ul>
      )}
    </>,
  );
}

function Row({ piece, events }: { piece: KeptPiece; events: readonly PieceEvent[] }) {
  const { name, rest } = wordsOf(piece.to);
  const state = stateOf(events);
  const over = ENDS.includes(state);
  return (
    <>
      <div>
        <div className="to">{name}</div>
        <div className="line">{rest}</div>
        <div className="marks" style={{ justifyContent: 'flex-start', marginTop: 8 }}>
          <span className="tag">{piece.resource === 'postcards' ? `postcard ${piece.size?.replace('x', ' × ')} in` : 'letter'}</span>
          {piece.metadata['message'] && <span className="tag">{piece.metadata['message']}</span>}
          {piece.metadata['variant'] && <span className="tag">{piece.metadata['variant']}</span>}
        </div>
      </div>
      <div>
        <span className={`status ${LOOKS[state] ?? 'accepted'}`}>{SAID[state]}</span>
        <div className="line">
          <Time at={events.at(-1)?.at ?? piece.at} />
        </div>
        <Way events={events} ended={over && state !== 'delivered'} />
      </div>
      <div className="acts">
        <a href={`/lob/${piece.id}.pdf`}>PDF</a>
        {!over && (
          <form method="post" action={`/lob/${piece.id}/next`}>
            <button type="submit">Next step</button>
          </form>
        )}
      </div>
    </>
  );
}

/** How far a piece has come, a mark a step. */
function Way({ events, ended }: { events: readonly PieceEvent[]; ended: boolean }) {
  const reached = Math.max(0, ...events.map(({ state }) => LIFE.indexOf(state as (typeof LIFE)[number])));
  return (
    <div className={ended ? 'way ended' : 'way'} aria-hidden="true">
      {LIFE.map((step, index) => (
        <i key={step} className={index <= reached ? 'past' : undefined} title={SAID[step]} />
      ))}
    </div>
  );
}

function wordsOf(address: Address): { name: string; rest: string } {
  if (typeof address === 'string') return { name: address, rest: 'an address kept at Lob' };
  const { name, company, address_line1: street, address_line2: more, address_city: city, address_state: state, address_zip: zip, address_country: country } = address;
  const place = [city, [state, zip].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return { name: name ?? company ?? '', rest: [street, more, place, country === 'US' ? undefined : country].filter(Boolean).join(' · ') };
}
