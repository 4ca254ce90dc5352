import { liftOf, type Lift } from '../lift.ts';
import { kept, type FigureQuery } from './kept.ts';

/** Those who reached the goal, treated against holdout, with Newcombe's interval; undefined without a holdout. */
export async function campaignLift(query: FigureQuery): Promise<Lift | undefined> {
  const rows = await kept<['treated' | 'holdout', 'of' | 'converted']>(query, 'groups');
  const group = (name: string) => {
    const count = (what: string) => rows.find(({ key }) => key[0] === name && key[1] === what)?.count ?? 0;
    return { of: count('of'), converted: count('converted') };
  };
  return liftOf(group('treated'), group('holdout'));
}
