/** Waits for a condition, not for seconds: asks until the answer is something, and says what was waited for when it takes too long. */
export async function until<Value>(what: string, ask: () => Promise<Value | undefined | false | null>, patience = 30_000): Promise<Value> {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Expected ${what} within ${patience / 1_000} s, got nothing.`);
}
