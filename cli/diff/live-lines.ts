import type { LiveChanges, LivePlace } from './live-changes.ts';

/** The people of a campaign, as a table in Markdown. */
export function liveLines({ campaign, to, places, notBegun, unplaced }: LiveChanges): string[] {
  const people = places.reduce((sum, place) => sum + place.people, 0);
  const accepted = places.reduce((sum, place) => sum + place.accepted, 0);
  return [
    `### The people of campaign ${campaign}`,
    '',
    people === 0 ? 'Nobody is under way.' : `${count(people, 'journey is', 'journeys are')} under way; ${to} would take over ${accepted === people ? 'all of them' : accepted.toLocaleString('en')}${accepted < people ? `, ${(people - accepted).toLocaleString('en')} would stay where they are` : ''}.`,
    ...(people === 0 ? [] : ['', `| where they are | people | under ${to} |`, '| --- | ---: | --- |', ...places.map((place) => `| ${place.place} | ${place.people.toLocaleString('en')} | ${fate(place)} |`)]),
    ...(notBegun > 0 ? ['', `${count(notBegun, 'person has', 'people have')} not begun.`] : []),
    ...(unplaced > 0 ? ['', `What is on record of ${count(unplaced, 'person', 'people')} more does not fit the version that leads them; they are left out.`] : []),
    '',
  ];
}

function fate({ people, quiet, wouldSend, wouldEnd, stay }: LivePlace): string {
  const all = (number: number) => (number === people ? 'all' : number.toLocaleString('en'));
  return [
    ...(quiet > 0 ? [`${all(quiet)} go on waiting`] : []),
    ...[...wouldSend].map(([message, number]) => `${all(number)} get \`${message}\` at once`),
    ...[...wouldEnd].map(([outcome, number]) => `${all(number)} end at once as \`${outcome}\``),
    ...[...stay].map(([why, number]) => `${all(number)} stay: ${why}`),
  ].join('; ');
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}
