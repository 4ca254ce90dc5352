/** The yardstick of the simulator: the same path as one writes it by hand, with a heap of timers. It decides, counts and checks nothing. */
interface Timer {
  readonly at: number;
  readonly go: () => void;
}

const DAY = 86_400_000;

/**
 * Plain async functions on virtual time: a postcard, its wait, a reminder, a mail, its wait, a sleep.
 *
 * @returns journeys by outcome.
 */
export async function plainPopulation(prospects: number): Promise<Map<string, number>> {
  const outcomes = new Map<string, number>();
  const heap: Timer[] = [];
  let now = 0;
  let underWay = 0;
  let next = 0;
  const wait = (delay: number) => new Promise<void>((resolve) => push(heap, { at: now + delay, go: resolve }));
  const answers = (number: number, step: number, share: number) => ((Math.imul(number + 1, 2_654_435_761) >>> (step * 4)) & 0xffff) / 0xffff < share;
  const journey = async (number: number): Promise<string> => {
    await wait(4 * DAY);
    if (!answers(number, 1, 0.09)) {
      await wait(21 * DAY);
      await wait(14 * DAY);
      if (!answers(number, 2, 0.02)) return 'silent';
    }
    await wait(3 * DAY);
    await wait(DAY);
    if (answers(number, 3, 0.02)) return 'converted';
    await wait(7 * DAY);
    await wait(30 * DAY);
    return answers(number, 4, 0.2) ? 'engaged' : 'interested';
  };
  while (next < prospects || underWay > 0) {
    while (underWay < 512 && next < prospects) {
      underWay += 1;
      void journey(next++).then((outcome) => {
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        underWay -= 1;
      });
    }
    for (let step = 0; step < 512; step++) {
      const due = pop(heap);
      if (!due) break;
      now = due.at;
      due.go();
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return outcomes;
}

function push(heap: Timer[], timer: Timer): void {
  heap.push(timer);
  for (let index = heap.length - 1; index > 0; ) {
    const parent = (index - 1) >> 1;
    if (heap[parent]!.at <= timer.at) break;
    heap[index] = heap[parent]!;
    heap[parent] = timer;
    index = parent;
  }
}

function pop(heap: Timer[]): Timer | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === first) return first;
  heap[0] = last!;
  for (let index = 0; ; ) {
    let least = index;
    for (const child of [2 * index + 1, 2 * index + 2]) if (child < heap.length && heap[child]!.at < heap[least]!.at) least = child;
    if (least === index) return first;
    [heap[index], heap[least]] = [heap[least]!, heap[index]!];
    index = least;
  }
}
