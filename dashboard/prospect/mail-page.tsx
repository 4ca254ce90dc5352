import type { RecordedJourney, RecordedTouch } from '../../store/prospect-record.ts';
import { inLanguage, type Place } from '../page/place.ts';
import type { PageToRender } from '../page/shell.tsx';
import { personWords } from './person-words.ts';

/** A mail as somebody got it, large enough to read. */
export function mailPage(place: Place, { journey, touch, subject }: { journey: RecordedJourney; touch: RecordedTouch; subject: string }): PageToRender {
  const words = inLanguage(place, personWords);
  return {
    title: subject,
    children: (
      <>
        <div className="head">
          <div>
            <a className="crumb" href={`/people/${encodeURIComponent(journey.prospectId)}?journey=${encodeURIComponent(journey.id)}`}>
              {words.back}
            </a>
            <h1>{subject}</h1>
            <p className="quiet">{words.mailNote}</p>
          </div>
        </div>
        <iframe className="whole" src={`/received/${encodeURIComponent(touch.id)}/mail.html`} sandbox="" title={subject} />
      </>
    ),
  };
}
