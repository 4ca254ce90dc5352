import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { addressee, proofLines, prove, saveProof } from '../cli/proof/index.ts';
import { shoot } from './shoot.ts';

/** `npm run pictures:proof`: what `parcours proof` prints, beside the card as it is in the hand. Needs Chromium (`apt-get install chromium`). */
const WHERE = fileURLToPath(new URL('../docs/pictures/proof.png', import.meta.url));
const PUBLIC_URL = 'https://bellebraise.example';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const folder = await mkdtemp(join(tmpdir(), 'parcours-proof-'));
try {
  const began = performance.now();
  const facts = { boilerAge: 22, energy: 'gas' };
  const proof = await prove({ workflowType: 'boiler-renewal.v2', facts, message: 'renewal-postcard', locale: 'fr-FR', address: addressee({ language: 'fr' }), publicUrl: PUBLIC_URL, at: new Date(0) });
  const { pictures } = await saveProof(proof, folder);
  const lines = proofLines({ proof, saved: { folder: 'out/proof/boiler-renewal', pdf: 'proof.pdf', pictures }, publicUrl: PUBLIC_URL, seconds: (performance.now() - began) / 1_000 }, { columns: 92, colours: false });
  const page = join(folder, 'page.html');
  await writeFile(
    page,
    `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; height: 720px; background: #d9d3c7; position: relative; overflow: hidden; }
pre { position: absolute; left: 32px; top: 56px; margin: 0; padding: 26px 24px; border-radius: 12px; background: #17211e; color: #e8ece9; font: 13px/1.55 "DejaVu Sans Mono", monospace; box-shadow: 0 18px 40px #0004; }
pre b { color: #8fd0b4; font-weight: normal; }
img { position: absolute; width: 500px; border-radius: 3px; box-shadow: 0 10px 30px #0006; }
</style><pre><b>$ npx parcours proof boiler-renewal --facts '{"boilerAge": 22, "energy": "gas"}' \\
      --message renewal-postcard</b>

${escaped(lines.trimEnd())}</pre>
${pictures[0]!.map((name, side) => `<img src="${name}" style="right: ${side === 0 ? 56 : 28}px; top: ${side === 0 ? 22 : 342}px; transform: rotate(${side === 0 ? 1.5 : -1}deg)">`).join('\n')}`,
  );
  await shoot(WHERE, { url: pathToFileURL(page).href, width: 1_400, height: 720 });
} finally {
  await rm(folder, { recursive: true });
}
