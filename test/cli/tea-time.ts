import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchTree } from './scratch-tree.ts';

/** A scratch tree with a scenario in it that has everything to find fault with. */
export function teaTimeTree(): { root: string; remove: () => void } {
  const tree = scratchTree();
  const write = (file: string, text: string): void => {
    mkdirSync(join(tree.root, file, '..'), { recursive: true });
    writeFileSync(join(tree.root, file), text);
  };
  write('scenarios/tea-time/facts.ts', "import { z } from 'zod';\nexport const facts = z.object({ cups: z.number() });\nexport type TeaFacts = z.infer<typeof facts>;\n");
  write(
    'scenarios/tea-time/content.ts',
    "import type { ScenarioContent } from '../content/scenario-content.ts';\nimport { facts } from './facts.ts';\nimport { messages } from './messages/index.ts';\nexport const content: ScenarioContent = { facts, messages, pages: {} };\n",
  );
  write('scenarios/tea-time/messages/index.ts', MESSAGES);
  write('scenarios/tea-time/v1.ts', PATH);
  write('scenarios/tea-time/v2.ts', "export const nothing = 'to see';\n");
  return tree;
}

const MESSAGES = `import type { EmailMessage, MessagesOf } from '../../content/message.ts';

const letter: EmailMessage<'email', object> = { medium: 'email', cost: 0.002, sample: {}, links: {}, subject: () => 'Tea', preheader: () => 'Now', body: () => null! };
export const messages = { letter };
export type TeaMessages = MessagesOf<typeof messages>;
`;

/** Its version 1. */
export const PATH = `import { readFileSync } from 'node:fs';
import { scenario } from '../vocabulary/index.ts';
import type { TeaFacts } from './facts.ts';
import type { TeaMessages } from './messages/index.ts';

export const teaTimeV1 = scenario<TeaFacts, TeaMessages>(
  { name: 'tea-party', version: 1, goal: ['purchase'], exit: ['unsubscribe'], within: '60 days' },
  async (journey) => {
    const card = await journey.print('card', {});
    const letter = await journey.email('letter', {});
    await journey.waitFor(letter.on.open, { for: '7 days' });
    await journey.waitFor(letter.on.click);
    if (Date.now() > 1_800_000_000_000) journey.note(readFileSync('tea.txt', 'utf8'));
    journey.sleep('1 day');
    if (await journey.waitFor(journey.on.purchase, { for: '30 days' })) return journey.end('bought');
    return journey.end('silent');
  },
);
`;
