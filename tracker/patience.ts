/** The work, or an error once it has taken longer than so many milliseconds: a server that hangs must not hold a place for ever. */
export async function within<T>(patience: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Expected Temporal to answer within ${patience} ms, got nothing.`)), patience);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
