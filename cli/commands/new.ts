import type { Command } from 'commander';
import { TREE } from '../check/scenario-files.ts';

/** `parcours new <name>`: a new scenario that passes its checks and its test at once. */
export function register(program: Command): void {
  program
    .command('new')
    .summary('make a new scenario, with messages, a page, a population and a test')
    .description('Makes scenarios/<name>/ with a path, facts, a postcard and a mail in French and English, a personal page and a population, and test/scenarios/<name>.test.ts, and registers them. It passes `parcours check` and its test at once. Nothing that exists is overwritten.')
    .argument('<name>', 'in kebab-case, such as spring-sale')
    .action(async (name: string) => {
      const [{ scaffoldScenario }, { renderScaffold }] = await Promise.all([import('../scaffold/index.ts'), import('../report/scaffold-result.ts')]);
      process.stdout.write(`\n${renderScaffold(scaffoldScenario({ root: TREE, name }), { colours: process.stdout.isTTY === true })}\n\n`);
    });
}
