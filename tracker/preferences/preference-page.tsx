import { PREFERENCES, type Preference, type Preferences } from '../../store/preferences.ts';
import type { Document } from '../document.tsx';
import { NOTICE_STYLES } from '../notice.tsx';
import { preferenceWords, type Language } from './preference-wording.ts';

export interface PreferencePage {
  readonly language: Language;
  readonly preferences: Preferences;
  /** Where its forms post to. */
  readonly action: string;
  /** Goes into each form, so that one sent twice is one choice. */
  readonly formId: string;
  /** What the link came with is stopped by the first button. */
  readonly quick: { readonly title: string; readonly paragraphs: readonly string[]; readonly button: string };
  /** After a choice was saved: said, and the quick button left out. */
  readonly isSaved: boolean;
}

const MEDIUM_OF: Readonly<Record<Preference, 'print' | 'email' | 'social'>> = { print: 'print', email: 'email', service: 'email', social: 'social' };

/**
 * The preference centre: first the button that most come for, then each way and purpose, a pause, and an end to all. It shows choices and no name: whoever has the
 * link sees no more than what may be sent.
 */
export function preferencePage({ language, preferences, action, formId, quick, isSaved }: PreferencePage): Document {
  const words = preferenceWords[language];
  const hidden = (
    <>
      <input type="hidden" name="form" value={formId} />
      <input type="hidden" name="preferences" value="1" />
    </>
  );
  const body = (
    <main className="preferences">
      <h1>{isSaved ? words.title : quick.title}</h1>
      {isSaved ? (
        <p className="saved" role="status">
          {words.saved}
        </p>
      ) : (
        <>
          {quick.paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
          <form method="post" action={action} className="quick">
            <button type="submit">{quick.button}</button>
          </form>
          <h2>{words.title}</h2>
        </>
      )}
      <p>{words.intro}</p>
      <form method="post" action={action} className="choices">
        {hidden}
        <fieldset>
          <legend>{words.legend}</legend>
          {PREFERENCES.map((preference) => (
            <Row key={preference} {...{ language, preference, preferences }} />
          ))}
        </fieldset>
        <Pause language={language} until={preferences.pausedUntil} />
        <button type="submit">{words.save}</button>
        <p className="hint">{words.onWay}</p>
      </form>
      <form method="post" action={action} className="stop">
        {hidden}
        <input type="hidden" name="stop" value="all" />
        <h2>{words.stopTitle}</h2>
        <p className="hint" id="stop-hint">
          {words.stopHint}
        </p>
        <button type="submit" className="quiet" aria-describedby="stop-hint">
          {words.stop}
        </button>
      </form>
    </main>
  );
  return { language, title: words.title, styles: NOTICE_STYLES + styles, body };
}

function Row({ language, preference, preferences }: { language: Language; preference: Preference; preferences: Preferences }) {
  const { choices, closed } = preferenceWords[language];
  const reason = preferences.closed[MEDIUM_OF[preference]];
  const hint = reason === undefined ? choices[preference].hint : (closed[reason as 'returned'] ?? closed.other);
  return <Tick name={preference} label={choices[preference].label} hint={hint} isTicked={preferences.wanted[preference]} isClosed={reason !== undefined} />;
}

function Pause({ language, until }: { language: Language; until: Date | null }) {
  const { pause, paused, resume } = preferenceWords[language];
  const day = until && new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { day: 'numeric', month: 'long', timeZone: 'Europe/Paris' }).format(until);
  return (
    <div className="pause">
      {day && <p className="hint">{paused(day)}</p>}
      <Tick name={day ? 'resume' : 'pause'} {...(day ? resume : pause)} isTicked={false} isClosed={false} />
    </div>
  );
}

function Tick({ name, label, hint, isTicked, isClosed }: { name: string; label: string; hint: string; isTicked: boolean; isClosed: boolean }) {
  return (
    <label className={isClosed ? 'tick closed' : 'tick'}>
      <input type="checkbox" name={name} value="yes" defaultChecked={isTicked} disabled={isClosed} aria-describedby={`${name}-hint`} />
      <span>
        <span className="label">{label}</span>
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      </span>
    </label>
  );
}

const styles = `
main.preferences{max-width:520px}
h2{font:600 21px/1.25 "Iowan Old Style","Palatino Linotype",Palatino,Charter,Georgia,"Noto Serif","Liberation Serif",serif;margin:0 0 8px}
.quick{margin:18px 0 34px;padding-bottom:34px;border-bottom:1px solid #dde3da}
.choices{margin-top:16px}
fieldset{border:0;padding:0;margin:0 0 10px}
legend{padding:0;font-weight:700;margin-bottom:8px}
.tick{display:grid;grid-template-columns:28px 1fr;gap:12px;padding:13px 14px;border:1px solid #d3dad2;border-radius:14px;margin-bottom:10px;cursor:pointer}
.tick:has(:checked){border-color:#23543f;background:#f1f6f2}
.tick:focus-within{outline:3px solid #c8442b;outline-offset:2px}
.tick input:focus-visible{outline:0}
.tick input{width:24px;height:24px;margin:1px 0 0;accent-color:#23543f}
.tick.closed{cursor:default;background:#f5f5f2;border-style:dashed}
.label{display:block;font-weight:600}
.hint{display:block;font-size:15px;line-height:1.45;color:#535c56;margin:0}
.pause{border-top:1px solid #dde3da;padding-top:18px;margin:18px 0}
.pause>.hint{margin-bottom:10px}
.choices>.hint{margin-top:12px;text-align:center}
.saved{background:#e3ebe4;color:#183c2d;font-weight:600;border-radius:14px;padding:13px 16px}
.stop{margin-top:34px;padding-top:28px;border-top:1px solid #dde3da}
.stop .hint{margin-bottom:14px}
button.quiet{background:#fff;color:#8f2a17;border:2px solid #c8442b}
button.quiet:hover{background:#fbeeea}
`;
