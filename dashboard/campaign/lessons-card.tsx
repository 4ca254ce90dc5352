import type { Proposal } from '../../lessons/lesson.ts';
import type { CampaignLessons, Lesson } from '../../store/lessons.ts';
import { ActForm } from '../page/form.tsx';
import { inLanguage, type Place } from '../page/place.ts';
import { Card, State } from '../page/show-parts.tsx';
import { campaignWords } from './campaign-words.ts';

interface LessonsProps {
  readonly place: Place;
  readonly campaignId: string;
  readonly lessons: CampaignLessons;
}

/** Lessons shown that were decided; the log has all. */
const DECIDED = 5;

/** What the campaign teaches, and what may be done about it. */
export function LessonsCard({ place, campaignId, lessons: { lessons, looked } }: LessonsProps) {
  const words = inLanguage(place, campaignWords).lessons;
  const proposed = lessons.filter(({ status }) => status === 'proposed');
  const decided = lessons.filter(({ status }) => status === 'accepted' || status === 'dismissed').slice(0, DECIDED);
  const note = looked ? words.looked(place.figures.dateTime(looked.at), place.figures.count(looked.touches), place.figures.count(looked.answers)) : undefined;
  return (
    <Card title={words.title} note={note}>
      {proposed.length + decided.length === 0 ? (
        <p className="empty">{looked ? words.because[looked.because ?? 'nothing-new'] : words.notLooked}</p>
      ) : (
        <ul className="lessons">
          {[...proposed, ...decided].map((lesson) => (
            <LessonItem key={lesson.key} place={place} campaignId={campaignId} lesson={lesson} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function LessonItem({ place, campaignId, lesson: { key, ground, sentence, certainty, basis, proposal, status, decided } }: { place: Place; campaignId: string; lesson: Lesson }) {
  const words = inLanguage(place, campaignWords).lessons;
  const { count, percent } = place.figures;
  const action = `/campaigns/${encodeURIComponent(campaignId)}/lessons`;
  const which = (
    <>
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="ground" value={ground} />
    </>
  );
  return (
    <li className="lesson" data-row={`${key} ${status}`}>
      <p>{sentence[place.language]}</p>
      <p className="quiet">{words.basis(percent(certainty), count(basis.touches), count(basis.answers))}</p>
      {proposal && <p className="proposal">{words.proposes(proposed(place, proposal))}</p>}
      {status === 'proposed' ? (
        <div className="controls">
          {proposal && (
            <ActForm place={place} action={action} act="accept-lesson" focus={`accept ${key}`}>
              {which}
              <button type="submit">{proposal.do === 'edit' ? words.note : words.accept}</button>
            </ActForm>
          )}
          <ActForm place={place} action={action} act="dismiss-lesson" focus={`dismiss ${key}`}>
            {which}
            <button type="submit" className="calm">
              {words.dismiss}
            </button>
          </ActForm>
        </div>
      ) : (
        <p>
          <State tone={status === 'accepted' ? 'good' : 'off'}>{words.decided[status === 'accepted' ? 'accepted' : 'dismissed'](decided?.by ?? '', decided ? place.figures.dateTime(decided.at) : '')}</State>
        </p>
      )}
    </li>
  );
}

function proposed(place: Place, proposal: Proposal): string {
  const words = inLanguage(place, campaignWords);
  const { percent } = place.figures;
  switch (proposal.do) {
    case 'weights':
      return words.lessons.weights(proposal.point, Object.entries(proposal.weights).map(([arm, weight]) => `${arm} ${percent(weight)}`).join(', '));
    case 'stop':
      return words.lessons.stop(proposal.point, proposal.arm);
    case 'drop':
      return words.lessons.drop(words.media[proposal.medium], `${proposal.fact} ${proposal.op} ${String(proposal.value)}`);
    case 'edit':
      return proposal.what === 'wait' ? words.lessons.wait(proposal.message, place.figures.decimal(proposal.days)) : words.lessons.choose(proposal.message, proposal.arm, `${proposal.segment.fact} ${proposal.segment.op} ${String(proposal.segment.value)}`);
  }
}
