import { scenario, type Journey } from '../../scenarios/vocabulary/index.ts';

type Facts = { age: number; interest?: string };
type Post = { card: { medium: 'print'; props: object }; mail: { medium: 'email'; props: object }; follow: { medium: 'social'; props: object } };
type Path = (journey: Journey<Facts, Post>) => Promise<void>;

export const facts = { age: 7 };

/** A scenario with a path of the test's own. */
export const tried = (path: Path, exit: readonly ('unsubscribe' | 'returned')[] = ['unsubscribe', 'returned']) =>
  scenario<Facts, Post>({ name: 'tried', version: 1, goal: ['purchase'], exit, within: '60 days' }, path);
