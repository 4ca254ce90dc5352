import type { Command } from 'commander';
import { closeCampaign } from '../../client/index.ts';
import { openCampaigns } from '../open-campaigns.ts';

/** `parcours close <campaign>`: nobody enters it by its event any more. */
export function register(program: Command): void {
  program
    .command('close')
    .description('close a campaign that people enter by an event: nobody enters any more, journeys under way go on; launching it again opens it')
    .argument('<campaign>', 'such as carts-2027')
    .action(close);
}

async function close(id: string): Promise<void> {
  const { store, client, close: disconnect } = await openCampaigns(process.env);
  try {
    const result = await closeCampaign({ client, store }, id);
    const left = result === 'workflow-left' ? ` Its workflow campaign/${id} did not answer (is a worker running?); it has no effect any more.` : '';
    process.stdout.write(`Campaign ${id} is closed: nobody enters any more, journeys under way go on.${left}\n`);
  } finally {
    await disconnect();
  }
}
