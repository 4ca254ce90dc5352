import type { Command } from 'commander';
import { openCampaigns } from '../open-campaigns.ts';

/** `parcours areas <campaign>`: the response to an unaddressed drop, area by area. */
export function register(program: Command): void {
  program
    .command('areas')
    .description('show the response to a campaign\'s unaddressed drop, area by area, best first')
    .argument('<campaign>', 'whose leaflets were made by parcours drop')
    .option('--json', 'the same as JSON')
    .action(areas);
}

async function areas(campaignId: string, { json }: { json?: boolean }): Promise<void> {
  const [{ areaResponse }, { areaLines }] = await Promise.all([import('../../store/index.ts'), import('../report/area-lines.ts')]);
  const { store, close } = await openCampaigns(process.env);
  try {
    const response = await areaResponse(store, campaignId);
    if (response.length === 0) throw new Error(`Expected '${campaignId}' to be a campaign with a drop, got none of that id, or no areas. Make its leaflets first: npx parcours drop <scenario> areas.csv --campaign ${campaignId}`);
    process.stdout.write(json ? `${JSON.stringify(response, null, 2)}\n` : `${areaLines(response).join('\n')}\n`);
  } finally {
    await close();
  }
}
