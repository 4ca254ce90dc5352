import { TestWorkflowEnvironment } from '@temporalio/testing';

/**
 * A process of its own, since the SDK's download can't be cancelled: `download-temporal.ts <folder> <version>` leaves Temporal's CLI in the
 * folder, and has tried it.
 */
async function download(): Promise<void> {
  const [downloadDir, version] = process.argv.slice(2);
  if (!downloadDir || !version) throw new Error('Expected a folder and a version, got less.');
  const environment = await TestWorkflowEnvironment.createLocal({ server: { executable: { type: 'cached-download', downloadDir, version } } });
  await environment.teardown();
}

download().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(`reason: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  },
);
