import { join } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';

interface ProofCommandOptions {
  readonly scenarioVersion?: number;
  readonly facts?: string;
  readonly message?: string;
  readonly variant?: string;
  readonly language: 'fr' | 'en';
  readonly name?: string;
  readonly address?: string;
  readonly longest?: true;
  readonly cropMarks?: true;
  readonly out?: string;
  readonly open?: true;
}

/** `parcours proof <scenario>`: its mailpieces as somebody would hold them. */
export function register(program: Command): void {
  program
    .command('proof')
    .description('show the mailpieces that a person would get: one PDF, and a picture of each page; no server needed')
    .argument('<scenario>', 'such as boiler-renewal')
    .option('--scenario-version <number>', 'the newest unless said', version)
    .option('--facts <json>', 'what is known of the person, such as \'{"boilerAge": 22}\'; the rest is of the first person that population.ts draws')
    .option('--message <name>', 'one message alone')
    .option('--variant <name>', 'one variant alone, wherever it is offered; all of them unless said')
    .addOption(new Option('--language <language>', 'of the person').choices(['fr', 'en']).default('fr'))
    .option('--name <name>', "such as 'Mme Élodie Martin-Roux'")
    .option('--address <address>', "such as '12 rue du Puits, Bât. C, 00400 Valbraise'")
    .option('--longest', 'the longest sensible name and address: what fits them fits everybody')
    .option('--crop-marks', 'the sheet with its bleed, instead of the trimmed piece')
    .option('--out <folder>', 'for the files (default: proof/<scenario> in PARCOURS_OUT, or in out)')
    .option('--open', 'open the PDF')
    .action(proof);
}

/** Where QR codes lead when nobody said: as long as such addresses are, and nobody’s (RFC 2606). */
const PUBLIC_URL = 'https://cards.example';

async function proof(scenario: string, { scenarioVersion, facts, language, name, address, longest, cropMarks, out, open, ...options }: ProofCommandOptions): Promise<void> {
  const began = performance.now();
  // Loaded here, so that `parcours --help` need not wait for React and the typefaces.
  const [{ addressee, parseFacts, proofLines, prove, saveProof }, { newestVersion }] = await Promise.all([import('../proof/index.ts'), import('../../scenarios/index.ts')]);
  const publicUrl = (process.env['PARCOURS_PUBLIC_URL'] || PUBLIC_URL).replace(/\/+$/, '');
  const made = await prove({
    ...options,
    workflowType: `${scenario}.v${scenarioVersion ?? newestVersion(scenario)}`,
    facts: facts === undefined ? {} : parseFacts(facts),
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    address: addressee({ language, name, address, longest }),
    ...{ publicUrl, cropMarks: cropMarks === true, at: new Date() },
  });
  const saved = await saveProof(made, out ?? join(process.env['PARCOURS_OUT'] || 'out', 'proof', scenario));
  const seconds = (performance.now() - began) / 1_000;
  process.stdout.write(proofLines({ proof: made, saved, publicUrl, seconds }, { columns: process.stdout.columns ?? 100, colours: process.stdout.isTTY === true }));
  if (made.unprintable.length > 0) process.exitCode = 1;
  if (open && saved.pdf !== undefined) await opened(join(saved.folder, saved.pdf));
}

async function opened(path: string): Promise<void> {
  const { openFile } = await import('../proof/open-file.ts');
  if (!(await openFile(path))) process.stderr.write(`Expected a program that opens PDFs (open, xdg-open), got none. The file is ${path}.\n`);
}

function version(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError(`Expected a whole number such as 1, got '${text}'.`);
  return Number(text);
}
