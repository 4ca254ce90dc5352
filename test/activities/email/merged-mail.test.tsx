import { describe, expect, test } from '@jest/globals';
import type { ReactElement } from 'react';
import { renderEmail } from '../../../activities/email/render-email.ts';
import type { EmailMessage, MessageContext } from '../../../scenarios/content/index.ts';

const unsubscribe = 'https://parcours.example/u/UNSUBSCR23';

describe('a mail that merges', () => {
  const drawn: string[] = [];
  const note: EmailMessage<'email', { store: string }> = {
    ...{ medium: 'email', purpose: 'service', cost: 0, sample: { store: 'Les Forges' }, merges: true, links: { shop: { url: 'https://shop.example' } } },
    subject: ({ person }) => `Pour ${person.firstName}`,
    preheader: () => '',
    body: ({ props, person, links }) => {
      drawn.push(props.store);
      return (
        <p>
          {person.firstName ? `Bonjour ${person.firstName}` : 'Bonjour'}, rendez-vous à {props.store} : <a href={links['shop']}>la boutique</a>
        </p>
      );
    },
  };
  const write = (firstName: string | null, token: string, store = 'Les Forges') =>
    renderEmail({ name: 'note', message: note as EmailMessage<'email', object>, context: { props: { store }, person: { title: null, firstName, lastName: null }, locale: 'fr-FR', links: { shop: `https://parcours.example/c/${token}` }, unsubscribe } });

  test('is drawn once for all who get it alike, and each has what is theirs', () => {
    const mails = [write('Zoé', 'A'), write('Tom & <Léa>', 'B'), write('Zoé', 'C', 'Saint-Aubin'), write(null, 'D'), write('Ana', 'E')];
    expect(drawn.splice(0)).toEqual(['Les Forges', 'Saint-Aubin', 'Les Forges']);
    expect(mails.map(({ subject }) => subject)).toEqual(['Pour Zoé', 'Pour Tom & <Léa>', 'Pour Zoé', 'Pour null', 'Pour Ana']);
    expect(mails[1]!.html).toBe('<!DOCTYPE html><p>Bonjour Tom &amp; &lt;Léa&gt;, rendez-vous à Les Forges : <a href="https://parcours.example/c/B">la boutique</a></p>');
    expect(mails.map(({ text }) => text.replace(/\s+/g, ' ').trim())).toEqual([
      'Bonjour Zoé, rendez-vous à Les Forges : la boutique <https://parcours.example/c/A>',
      'Bonjour Tom & <Léa>, rendez-vous à Les Forges : la boutique <https://parcours.example/c/B>',
      'Bonjour Zoé, rendez-vous à Saint-Aubin : la boutique <https://parcours.example/c/C>',
      'Bonjour, rendez-vous à Les Forges : la boutique <https://parcours.example/c/D>',
      'Bonjour Ana, rendez-vous à Les Forges : la boutique <https://parcours.example/c/E>',
    ]);
  });

  test('has lines of at most 78 characters whatever is put in', () => {
    for (const firstName of ['Bo', 'Maximilienne-Alexandrine', 'Marie Louise Joséphine Antoinette Caroline Wilhelmine Charlotte Eugénie Victoire']) {
      const { text } = write(firstName, 'A'.repeat(60));
      expect(text.split('\n').filter((line) => line.length > 78)).toEqual([`<https://parcours.example/c/${'A'.repeat(60)}>`]);
    }
  });

  test('has its links whole wherever in a line they come', () => {
    const lengths = Array.from({ length: 120 }, (_, index) => index + 1);
    const texts = lengths.map((length) => write('Zoé', 'ABCDEFGHJK', `${'un mot '.repeat(20).slice(0, length - 1)}.`).text);
    expect(texts.filter((text) => !text.includes('<https://parcours.example/c/ABCDEFGHJK>') || !text.replace(/\s/g, ' ').includes('Bonjour Zoé,') || text.includes('undefined'))).toEqual([]);
  });

  test.each<[string, (person: string, link: string) => ReactElement]>([
    ['cuts a name short', (name) => <p>{name.slice(0, 3)}…</p>],
    ['writes a name in capitals', (name) => <p>{name.toUpperCase()}</p>],
    ['writes a name into a heading, which text has in capitals', (name) => <h2>Bonjour {name}</h2>],
    ['does something to an address', (name, link) => <a href={link.replace('https', 'http').slice(2)}>{name}</a>],
  ])('that %s is drawn for each, right', (_, part) => {
    const odd = { ...note, body: ({ person, links }: MessageContext<{ store: string }>) => part(person.firstName!, links['shop']!) } as EmailMessage<'email', object>;
    const { merges: _merges, ...alone } = odd;
    const of = (message: EmailMessage<'email', object>, firstName: string) =>
      renderEmail({ name: 'odd', message, context: { props: {}, person: { title: null, firstName, lastName: null }, locale: 'fr-FR', links: { shop: `https://parcours.example/c/${firstName}` }, unsubscribe } });
    for (const firstName of ['Mathilde', 'Zoé', 'Tom']) expect(of(odd, firstName)).toEqual(of(alone, firstName));
  });

  test('is drawn alone where its facts have the sign that stands for what is put in', () => {
    drawn.splice(0);
    const odd = 'Les \uE000Forges\uE000';
    expect([write('Zoé', 'A', odd), write('Tom', 'B', odd)].map(({ html }) => html.includes(odd))).toEqual([true, true]);
    expect(drawn).toHaveLength(2);
  });
});
