import { findLink, items, versions } from './catalogue.ts';
import type { Problem, Question, Reply } from './question.ts';
import { showMail } from './show-mail.ts';
import { showPage } from './show-page.ts';

/**
 * The process that renders, started by `openRenderer`: it loads the scenarios as they stand, answers questions, and ends when its parent does. What it
 * answered once it keeps, for nothing changes in its life.
 */
const answered = new Map<string, Promise<Reply<unknown>>>();
const KEPT = 300;

process.on('message', ({ id, question }: { id: number; question: Question }) => {
  const key = JSON.stringify(question);
  const answer = answered.get(key) ?? reply(question);
  if (answered.size >= KEPT) answered.clear();
  answered.set(key, answer);
  void answer.then((settled) => process.send?.({ id, reply: settled }));
});
process.on('disconnect', () => process.exit());
process.send?.({ ready: true });

async function reply(question: Question): Promise<Reply<unknown>> {
  try {
    return { value: await answer(question) };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function answer(question: Question): unknown {
  switch (question.ask) {
    case 'versions':
      return versions();
    case 'items':
      return items(question.type);
    case 'mail':
      return showMail(question.shown);
    case 'card':
      // What prints takes as long to load as all the rest; mails and pages need not wait for it.
      return import('./show-card.ts').then(({ showCard }) => showCard(question.shown));
    case 'page':
      return showPage(question.shown);
    case 'link':
      return findLink(question.token);
  }
}

function problemOf(thrown: unknown): Problem {
  // What a template threw is told in its own words: here nobody's name can be in it.
  const error = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
  if (!(error instanceof Error)) return { message: String(error) };
  return { message: error.message, place: /(scenarios\/[^\s()]+?:\d+)(?::\d+)?\)?$/m.exec(error.stack ?? '')?.[1] };
}
