/** Where a live block is drawn: a terminal, or a stream of lines. */
export type Screen = Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns' | 'rows'>;

export interface LiveScreen {
  /** Draws over what it drew before. Lines beyond the terminal's height are left out: the cursor can't go back to them. */
  draw(lines: readonly string[]): void;
  /** Takes the block away. */
  clear(): void;
}

/** A block of lines that is drawn again in place. The cursor is hidden meanwhile, and comes back when the process ends. */
export function createLiveScreen(screen: Screen): LiveScreen {
  let drawn = 0;
  const back = (): string => (drawn > 0 ? `\x1b[${drawn}A\r\x1b[0J` : '');
  const showCursor = (): void => void screen.write('\x1b[?25h');
  return {
    draw(lines) {
      const fitting = lines.slice(0, Math.max(1, (screen.rows ?? 24) - 1));
      if (drawn === 0) process.once('exit', showCursor);
      // One write, so that the terminal shows no half-drawn block.
      screen.write(`\x1b[?25l${back()}${fitting.join('\n')}\n`);
      drawn = fitting.length;
    },
    clear() {
      if (drawn === 0) return;
      screen.write(back());
      showCursor();
      process.off('exit', showCursor);
      drawn = 0;
    },
  };
}
