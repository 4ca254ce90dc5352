/**
 * From now on a first Ctrl-C or SIGTERM runs `stop` and then ends this process, a second ends it at once.
 *
 * @returns what undoes it.
 */
export function stopOnSignals(stop: () => Promise<void>): () => void {
  let stopping = false;
  const interrupted = (signal: NodeJS.Signals): void => {
    const code = signal === 'SIGINT' ? 130 : 143;
    if (stopping) process.exit(code);
    stopping = true;
    process.stderr.write('\nStopping everything; once more to leave at once.\n');
    stop().then(
      () => process.exit(code),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, interrupted);
  return () => {
    // While it stops, a second signal must still be heard.
    if (!stopping) for (const signal of signals) process.off(signal, interrupted);
  };
}
