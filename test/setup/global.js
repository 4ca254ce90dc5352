import { tsImport } from 'tsx/esm/api';

/** Jest loads this file without a transform of its own that knows ES modules; tsx does. */
export default async function globalSetup() {
  const { setup, teardown } = await tsImport('./global.ts', import.meta.url);
  globalThis.parcoursTeardown = teardown;
  await setup();
}
