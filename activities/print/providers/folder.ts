import type { PrintProvider } from './print-provider.ts';

/** Jobs stay in the folder in which they were rendered: whoever takes the files from it prints and posts them. */
export function createFolder(): PrintProvider {
  return {
    name: 'folder',
    refusesFormat: () => undefined,
    handOver: async ({ folder }) => ({ reference: folder, refused: [] }),
    report: async () => undefined,
  };
}
