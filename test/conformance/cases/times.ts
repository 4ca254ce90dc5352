import { story } from '../case.ts';

const evening = '2026-11-02T20:30:00Z';

/** Sleeps, dates, times of day where the prospect lives, windows. */
export const times = [
  story('a sleep', {}, async (journey) => {
    await journey.sleep('36 hours');
    journey.note(journey.now.toISOString());
  }),
  story('until a date', {}, async (journey) => {
    await journey.until(new Date('2026-11-09T12:00:00Z'));
    journey.note(journey.now.toISOString());
  }),
  story('until a date that is over', {}, async (journey) => {
    await journey.until(new Date('2026-10-01T00:00:00Z'));
    await journey.sleep('1 day');
  }),
  story('at ten', { start: '2026-11-02T11:00:00Z' }, async (journey) => {
    await journey.at('10:00');
    journey.note(journey.now.toISOString());
  }),
  story('at ten on a working day', { start: '2026-11-06T18:00:00Z' }, async (journey) => {
    await journey.at('10:00', { days: 'mon-fri' });
    journey.note(journey.now.toISOString());
  }),
  story('at ten on no holiday', { start: '2026-11-10T18:00:00Z' }, async (journey) => {
    await journey.at('10:00', { days: 'mon-fri', holidays: 'FR' });
    journey.note(journey.now.toISOString());
  }),
  story('at a time that the spring change leaves out', { start: '2027-03-27T12:00:00Z' }, async (journey) => {
    await journey.at('02:30');
    journey.note(journey.now.toISOString());
    await journey.at('02:30');
    journey.note(journey.now.toISOString());
  }),
  story('at a time that comes twice in autumn', { start: '2026-10-24T12:00:00Z' }, async (journey) => {
    await journey.at('02:30');
    journey.note(journey.now.toISOString());
    await journey.at('02:30');
    journey.note(journey.now.toISOString());
  }),
  story('a day of 23 hours is a day', { start: '2027-03-27T09:00:00Z' }, async (journey) => {
    await journey.at('10:00');
    await journey.at('10:00');
    journey.note(journey.now.toISOString());
  }),
  story('at ten in Martinique', { timeZone: 'America/Martinique' }, async (journey) => {
    await journey.at('10:00');
    journey.note(journey.now.toISOString());
  }),
  story('a window that is closed', { start: evening, windows: { email: { from: '08:00', to: '20:00' } } }, async (journey) => {
    await journey.email('mail', {});
    journey.note(journey.now.toISOString());
  }),
  story('a window that is open', { windows: { email: { from: '08:00', to: '20:00' } } }, async (journey) => {
    await journey.email('mail', {});
  }),
  story('a window over midnight', { start: '2026-11-02T16:00:00Z', windows: { email: { from: '18:30', to: '02:00' } } }, async (journey) => {
    await journey.email('mail', {});
    await journey.sleep('4 hours');
    await journey.email('mail', {});
  }),
  story('a window on working days', { start: '2026-11-07T09:00:00Z', windows: { email: { from: '08:00', to: '20:00', days: 'mon-fri', holidays: 'FR' } } }, async (journey) => {
    await journey.email('mail', {});
  }),
  story('a window of one touch', { start: evening, windows: { email: { from: '08:00', to: '20:00' } } }, async (journey) => {
    await journey.email('mail', {}, { window: { from: '00:00', to: '23:59' } });
    await journey.email('second', {});
  }),
  story('other media are not held', { start: evening, windows: { email: { from: '08:00', to: '20:00' } } }, async (journey) => {
    await journey.print('card', {});
    await journey.email('mail', {});
  }),
  story('the goal comes while a touch is held', { on: [{ after: '3 days', response: 'purchase', order: 'F1', amount: 9, currency: 'EUR' }], start: '2026-11-07T09:00:00Z' }, async (journey) => {
    await journey.email('mail', {}, { window: { from: '08:00', to: '08:30', days: 'mon-fri', holidays: 'FR' } });
    await journey.sleep('1 day');
    await journey.email('second', {}, { window: { from: '23:00', to: '23:30' } });
    await journey.sleep('20 days');
  }),
];
