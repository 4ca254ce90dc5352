import { describe, expect, test } from '@jest/globals';
import { createAgenda } from '../../../cli/demo/crowd/agenda.ts';

const DAY = 86_400_000;
const clock = { epoch: Date.now(), speed: 86_400 };

describe('the agenda', () => {
  test('does things in the order of the campaign\'s time, what has passed at once', async () => {
    const agenda = createAgenda({ clock: { epoch: Date.now(), speed: 86_400 * 50 }, concurrency: 4 });
    const done: string[] = [];
    const now = Date.now();
    agenda.at(now + 6 * DAY, 'later', async () => void done.push('later'));
    agenda.at(now - DAY, 'past', async () => void done.push('past'));
    agenda.at(now + 3 * DAY, 'sooner', async () => void done.push('sooner'));
    await agenda.idle();
    expect(done).toEqual(['past', 'sooner', 'later']);
  });

  test('never does more than so many things at a time', async () => {
    const agenda = createAgenda({ clock, concurrency: 2 });
    let running = 0;
    let most = 0;
    for (let act = 0; act < 10; act++) {
      agenda.at(0, 'act', async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
      });
    }
    await agenda.idle();
    expect(most).toBe(2);
  });

  test('counts what fails, by reason, and goes on', async () => {
    const agenda = createAgenda({ clock, concurrency: 1 });
    let done = 0;
    for (let times = 0; times < 2; times++) agenda.at(0, 'scans', async () => Promise.reject(new Error('Expected a page, got 500.')));
    agenda.at(0, 'buys', async () => void done++);
    await agenda.idle();
    expect([...agenda.failures]).toEqual([['scans: Expected a page, got 500.', 2]]);
    expect(done).toBe(1);
  });

  test('is idle at once when nothing is planned, and forgets when told', async () => {
    const agenda = createAgenda({ clock, concurrency: 1 });
    await agenda.idle();
    agenda.at(Date.now() + 1_000 * DAY, 'never', async () => {
      throw new Error('Expected to be forgotten.');
    });
    expect(agenda.clear()).toBe(1);
    await agenda.idle();
    expect(agenda.failures.size).toBe(0);
  });
});
