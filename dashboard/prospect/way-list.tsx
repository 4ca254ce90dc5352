import { FORMATS, type MailpieceFormat } from '../../activities/print/formats/index.ts';
import type { FormatName } from '../../scenarios/content/index.ts';
import type { RecordedJourney, RecordedTouch } from '../../store/prospect-record.ts';
import { Icon } from '../page/icons.tsx';
import { inLanguage, type Place } from '../page/place.ts';
import type { KnownJournal } from './journal.ts';
import { personWords } from './person-words.ts';
import { stepsOf, type Step } from './way.ts';

interface WayProps {
  readonly place: Place;
  readonly journey: RecordedJourney;
  readonly journal: KnownJournal | undefined;
  readonly touches: readonly RecordedTouch[];
}

/** Somebody's way across the media, first to last, with what they received. */
export function Way({ place, journey, journal, touches }: WayProps) {
  const words = inLanguage(place, personWords);
  if (journey.holdout) return <p className="empty">{words.holdout}</p>;
  if (journey.status === 'entered') return <p className="empty">{words.notStarted}</p>;
  if (!journal || journal.entries.length === 0) return <p className="empty">{words.nothing}</p>;
  const steps = stepsOf(place, journal.entries);
  const start = steps[0]!.at;
  return (
    <>
      {journal.from === 'record' && <p className="notice problem">{words.fromRecord}</p>}
      <ol className="way">
        {steps.map((step) => (
          <li key={step.key} className={step.kind} data-row={step.key}>
            <span className="spot">
              <Icon name={step.icon} />
            </span>
            <p className="what">{step.what}</p>
            {step.note !== undefined && <p className="quiet">{step.note}</p>}
            <p className="when">
              <time dateTime={new Date(step.at).toISOString()}>{place.figures.dateTime(step.at)}</time> · {words.day(place.figures.decimal((step.at - start) / 86_400_000))}
            </p>
            <Received place={place} step={step} touch={touches.find(({ touch }) => touch === step.touch)} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** What was in the letter box or the mailbox. */
function Received({ place, step, touch }: { place: Place; step: Step; touch: RecordedTouch | undefined }) {
  const words = inLanguage(place, personWords);
  if (step.kind !== 'sent' || !touch) return null;
  const path = `/received/${encodeURIComponent(touch.id)}`;
  if (touch.medium === 'print') {
    const shown = sizeOf(touch);
    if (touch.piece === 'recalled') return <p className="quiet">{words.takenBack}</p>;
    return (
      <div className="received">
        {sidesOf(touch).map(({ side, name }) => (
          <a key={side} href={`${path}/card/${side}`} target="_blank" rel="noreferrer">
            <img src={`${path}/card/${side}`} alt={`${words.card(touch.message)}, ${words[name](side)}`} {...shown} loading="lazy" />
          </a>
        ))}
      </div>
    );
  }
  if (touch.status !== 'sent') return null;
  return (
    <div className="received">
      <a href={path} className="mail-thumb" aria-label={words.mail(touch.message)}>
        <iframe src={`${path}/mail.html`} sandbox="" title={words.mail(touch.message)} tabIndex={-1} aria-hidden="true" loading="lazy" />
      </a>
    </div>
  );
}

/** The sides of a mailpiece, in the order in which they are drawn. Of a letter that waits to be printed only the first is sure. */
function sidesOf(touch: RecordedTouch): { side: number; name: 'side' | 'page' }[] {
  const { kind, pages } = formatOf(touch);
  return Array.from({ length: touch.sides ?? pages.least }, (_, index) => ({ side: index + 1, name: kind === 'postcard' ? 'side' : 'page' }));
}

/** Pixels, so that nothing moves once the picture is there. */
function sizeOf(touch: RecordedTouch): { width: number; height: number } {
  const { sheet } = formatOf(touch);
  return { width: WIDTH, height: Math.round((WIDTH * sheet.height) / sheet.width) };
}

function formatOf({ format }: RecordedTouch): MailpieceFormat {
  return FORMATS[(format ?? 'a6-postcard') as FormatName];
}

const WIDTH = 230;
