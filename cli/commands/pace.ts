import { InvalidArgumentError, type Command } from 'commander';
import { withTemporal } from '../journeys/connected.ts';

/** `parcours pace <campaign> <journeys>`: starts its journeys faster or slower. */
export function register(program: Command): void {
  program
    .command('pace')
    .description('start the journeys of a campaign faster or slower, from its next page on')
    .argument('<campaign>', 'such as spring-2027')
    .argument('<journeys>', 'per second, above 0 and up to 1000', perSecond)
    .action(pace);
}

async function pace(campaignId: string, wanted: number): Promise<void> {
  const { setCampaignPace } = await import('../../client/index.ts');
  const { started } = await withTemporal((client) => setCampaignPace(client, { campaignId, pace: wanted }));
  process.stdout.write(`Campaign ${campaignId} starts ${wanted} journeys per second from now on; ${started} are started.\n`);
}

function perSecond(text: string): number {
  const number = Number(text);
  if (!(number > 0 && number <= 1_000)) throw new InvalidArgumentError(`Expected a number above 0 and up to 1000, got '${text}'.`);
  return number;
}
