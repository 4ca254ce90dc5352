import type { Language } from '../language/language.ts';
import { BrandMark } from '../page/brand.tsx';
import { html, LanguageSwitch } from '../page/shell.tsx';

/** Why nobody was let in: never whether the name or the password was wrong. */
export type SignInProblem = 'wrong' | 'too-many' | 'elsewhere';

interface SignInPage {
  readonly language: Language;
  readonly path: string;
  readonly next: string;
  readonly name?: string;
  readonly problem?: SignInProblem;
}

export function signInPage({ language, path, next, name = '', problem }: SignInPage): string {
  const words = WORDS[language];
  return html(
    language,
    words.title,
    <main className="sign-in" id="main">
      <p className="brand">
        <BrandMark />
        Parcours
      </p>
      <form method="post" action="/sign-in">
        <h1>{words.title}</h1>
        {problem && (
          <p className="notice problem" role="alert" id="problem">
            {words.problems[problem]}
          </p>
        )}
        <input type="hidden" name="next" value={next} />
        <label>
          {words.name}
          <input type="text" name="name" defaultValue={name} autoComplete="username" autoCapitalize="none" spellCheck={false} required maxLength={80} autoFocus={name === ''} />
        </label>
        <label>
          {words.password}
          <input type="password" name="password" autoComplete="current-password" required autoFocus={name !== ''} {...(problem ? { 'aria-describedby': 'problem' } : {})} />
        </label>
        <button type="submit">{words.submit}</button>
      </form>
      <LanguageSwitch language={language} path={path} />
    </main>,
  );
}

/** In place of a page that another site linked to: the cookie of a session comes along once the way goes on from here. */
export function goOnPage(language: Language, path: string): string {
  const words = WORDS[language];
  return html(
    language,
    words.goOn,
    <main id="main">
      <p>
        <a href={path}>{words.goOn}</a>
      </p>
    </main>,
    <meta httpEquiv="refresh" content={`0;url=${path}`} />,
  );
}

const WORDS = {
  en: {
    title: 'Sign in',
    name: 'Name',
    password: 'Password',
    submit: 'Sign in',
    goOn: 'Go on to the dashboard',
    problems: {
      wrong: 'This name and this password do not go together.',
      'too-many': 'Too many tries. Wait a quarter of an hour, then try again.',
      elsewhere: 'This form was not sent from here. Sign in on this page.',
    },
  },
  fr: {
    title: 'Se connecter',
    name: 'Nom',
    password: 'Mot de passe',
    submit: 'Se connecter',
    goOn: 'Continuer vers le tableau de bord',
    problems: {
      wrong: 'Ce nom et ce mot de passe ne vont pas ensemble.',
      'too-many': 'Trop d’essais. Attendez un quart d’heure, puis réessayez.',
      elsewhere: 'Ce formulaire n’a pas été envoyé d’ici. Connectez-vous sur cette page.',
    },
  },
};
