import { createReadStream } from 'node:fs';
import type { Command } from 'commander';
import { prettifyError, z } from 'zod';
import { PREPRESS_SETTINGS, prepressOf } from '../../activities/print/prepress/settings.ts';

interface DropCommandOptions {
  readonly campaign: string;
  readonly out?: string;
}

/** `parcours drop <scenario> --campaign … <areas.csv>`: the leaflets of an unaddressed drop, an area each. */
export function register(program: Command): void {
  program
    .command('drop')
    .description('make the leaflets of an unaddressed drop: a PDF for each area, with its code, and a manifest; made again, areas keep their codes')
    .argument('<scenario>', 'such as area-drop')
    .argument('<areas.csv>', 'columns area, name, households, and quantity where it is not a leaflet a household')
    .requiredOption('--campaign <id>', 'a campaign of the scenario, launched before')
    .option('--out <folder>', 'for the files (default: PARCOURS_OUT, or out)')
    .action(drop);
}

const environment = z.object({
  ...PREPRESS_SETTINGS,
  DATABASE_URL: z.url('Expected postgres://…, as parcours dev shows it'),
  DATABASE_SCHEMA: z.string().min(1).default('public'),
  PARCOURS_PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'Expected the address that leaflets lead to, such as https://ormeval.example' }),
  PARCOURS_OUT: z.string().min(1).default('out'),
});

async function drop(scenario: string, file: string, { campaign: campaignId, out }: DropCommandOptions): Promise<void> {
  const parsed = environment.safeParse(process.env);
  if (!parsed.success) throw new Error(`Expected the environment to say where database and tracker are, got:\n${prettifyError(parsed.error)}\nStart them with: npx parcours dev`);
  const { DATABASE_URL: url, DATABASE_SCHEMA: schema, PARCOURS_PUBLIC_URL: publicUrl, PARCOURS_OUT: usual } = parsed.data;
  // Loaded here, so that `parcours --help` need not wait for React and the typefaces.
  const [{ readAreas }, { contentOf }, { connectStore, migrate }, { makeDrop }] = await Promise.all([
    import('../../client/read-areas.ts'),
    import('../../scenarios/content/index.ts'),
    import('../../store/index.ts'),
    import('../../activities/print/drop/make-drop.ts'),
  ]);
  const areas = await readAreas(createReadStream(file));
  const store = connectStore({ url, schema, connections: 2 });
  try {
    await migrate(store, schema);
    const campaign = await store.selectFrom('campaigns').select(['scenario', 'version', 'created_at']).where('id', '=', campaignId).executeTakeFirst();
    if (campaign?.scenario !== scenario) throw new Error(`Expected campaign '${campaignId}' to be one of ${scenario}, got ${campaign ? `one of ${campaign.scenario}` : 'none'}. Launch it first: npx parcours launch ${scenario} --campaign ${campaignId}`);
    const content = contentOf(`${scenario}.v${campaign.version}`);
    if (!content.drop) throw new Error(`Expected ${scenario}.v${campaign.version} to have a drop in its content, got none.`);
    const made = await makeDrop(store, { campaignId, areas, drop: content.drop, publicUrl: publicUrl.replace(/\/+$/, ''), out: out ?? usual, at: campaign.created_at, prepress: prepressOf(parsed.data) });
    process.stdout.write(`${made.areas.length} areas, ${made.quantity} leaflets to print: ${made.folder}/, listed in ${made.manifest}\n`);
  } finally {
    await store.destroy();
  }
}
