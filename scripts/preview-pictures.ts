import { fileURLToPath } from 'node:url';
import { startPreview } from '../cli/preview/index.ts';
import { shoot } from './shoot.ts';

/** `npm run pictures:preview`: the pictures of docs/previewing.md. Needs Chromium (`apt-get install chromium`). */
const PICTURES = {
  'preview-overview.png': '/win-back.v2',
  'preview-mail.png': '/boiler-renewal.v2/mail/thank-you?variant=warm&lang=en',
} as const;

const preview = await startPreview({ port: 0 });
try {
  for (const [name, path] of Object.entries(PICTURES)) {
    await shoot(fileURLToPath(new URL(`../docs/pictures/${name}`, import.meta.url)), { url: `${preview.url}${path}`, width: 1440, height: 900 });
    console.log(`docs/pictures/${name}`);
  }
} finally {
  await preview.close();
}
