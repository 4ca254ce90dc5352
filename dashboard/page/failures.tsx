import type { PageToRender } from './shell.tsx';
import { inLanguage, type Place } from './place.ts';
import { shellWords } from './shell-words.ts';

export const notFoundPage = (place: Place): PageToRender => sorry(inLanguage(place, shellWords).notFound);
export const failedPage = (place: Place): PageToRender => sorry(inLanguage(place, shellWords).failed);

function sorry({ title, text, back }: { title: string; text: string; back: string }): PageToRender {
  return {
    title,
    children: (
      <div className="card">
        <h1>{title}</h1>
        <p>{text}</p>
        <p>
          <a href="/campaigns">{back}</a>
        </p>
      </div>
    ),
  };
}
