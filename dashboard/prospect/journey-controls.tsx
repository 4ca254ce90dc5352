import type { JournalEntry } from '../../engine/index.ts';
import type { RecordedJourney } from '../../store/prospect-record.ts';
import { ActForm } from '../page/form.tsx';
import { inLanguage, type Place } from '../page/place.ts';
import { State } from '../page/show-parts.tsx';
import { personWords } from './person-words.ts';

/** What may be done to a journey that is under way. */
export function JourneyControls({ place, journey, entries }: { place: Place; journey: RecordedJourney; entries: readonly JournalEntry[] }) {
  const words = inLanguage(place, personWords);
  const isPaused = entries.findLast(({ type }) => type === 'paused' || type === 'resumed')?.type === 'paused';
  const form = { place, action: `/people/${encodeURIComponent(journey.prospectId)}` };
  const which = <input type="hidden" name="journey" value={journey.id} />;
  return (
    <div className="controls">
      {isPaused && <State tone="warn">{words.paused}</State>}
      <ActForm {...form} act={isPaused ? 'resume-journey' : 'pause-journey'} focus="pause">
        {which}
        <button type="submit" className={isPaused ? undefined : 'calm'}>
          {isPaused ? words.resume : words.pause}
        </button>
      </ActForm>
      <ActForm {...form} act="skip-wait" focus="skip">
        {which}
        <button type="submit" className="calm">
          {words.skip}
        </button>
      </ActForm>
      <details className="more danger" id="end">
        <summary>{words.end}</summary>
        <ActForm {...form} act="end-journey" focus="end">
          {which}
          <p className="quiet">{words.endNote}</p>
          <button type="submit" className="danger">
            {words.endYes}
          </button>
        </ActForm>
      </details>
    </div>
  );
}
