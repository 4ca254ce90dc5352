import { condition, defineSignal, proxyActivities, setHandler } from '@temporalio/workflow';

/** The yardstick: a journey as one writes it by hand, three plain activities, two waits, two signals; it decides and records nothing. */
export interface PlainActivities {
  sendPostcard(journey: string): Promise<void>;
  sendEmail(journey: string): Promise<void>;
  inviteToFollow(journey: string): Promise<void>;
}

const { sendPostcard, sendEmail, inviteToFollow } = proxyActivities<PlainActivities>({ startToCloseTimeout: '30 seconds' });

export async function plainJourney(id: string): Promise<string> {
  let visited = false;
  let clicked = false;
  setHandler(defineSignal('visit'), () => void (visited = true));
  setHandler(defineSignal('click'), () => void (clicked = true));

  await sendPostcard(id);
  if (!(await condition(() => visited, '21 days'))) return 'silent';
  await sendEmail(id);
  if (!(await condition(() => clicked, '7 days'))) return 'interested';
  await inviteToFollow(id);
  return 'engaged';
}
