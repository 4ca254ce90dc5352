import { ActForm } from '../page/form.tsx';
import { inLanguage, type Place } from '../page/place.ts';
import { State } from '../page/show-parts.tsx';
import { campaignWords } from './campaign-words.ts';
import type { KnownProgress } from './progress.ts';

interface ControlsProps {
  readonly place: Place;
  readonly campaignId: string;
  readonly progress: KnownProgress;
  /** Journeys that are not started yet. */
  readonly toStart: number;
}

const TONES = { starting: 'good', open: 'good', paused: 'warn', stopped: 'off', started: 'off' } as const;

/** Where a campaign's workflow stands, and what may be done about it. */
export function Controls({ place, campaignId, progress, toStart }: ControlsProps) {
  const words = inLanguage(place, campaignWords);
  const { count } = place.figures;
  if (typeof progress === 'string') return <State tone={progress === 'silent' ? 'bad' : 'off'}>{words.states[progress]}</State>;
  const { state, pace } = progress;
  const said = state === 'starting' ? words.states.starting(count(toStart), String(pace)) : words.states[state];
  const action = `/campaigns/${encodeURIComponent(campaignId)}`;
  const isGoing = state === 'starting' || state === 'open';
  return (
    <div className="bar">
      <State tone={TONES[state]}>{said}</State>
      {(isGoing || state === 'paused') && (
        <div className="controls">
          {state !== 'open' && (
            <ActForm place={place} action={action} act="pace" focus="pace" className="inline">
              <label>
                {words.pace}
                <input type="text" name="pace" inputMode="decimal" defaultValue={String(pace)} required maxLength={8} autoComplete="off" />
              </label>
              <button type="submit" className="calm">
                {words.setPace}
              </button>
            </ActForm>
          )}
          <ActForm place={place} action={action} act={isGoing ? 'pause' : 'resume'} focus="pause">
            <button type="submit" className={isGoing ? 'calm' : undefined}>
              {isGoing ? words.pause : words.resume}
            </button>
          </ActForm>
          <details className="more danger" id="stop">
            <summary>{words.stop}</summary>
            <ActForm place={place} action={action} act="stop" focus="stop">
              <p className="quiet">{words.stopNote}</p>
              <button type="submit" className="danger">
                {words.stopYes}
              </button>
            </ActForm>
          </details>
        </div>
      )}
    </div>
  );
}
