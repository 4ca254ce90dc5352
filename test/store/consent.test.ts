import { describe, expect, test } from '@jest/globals';
import { mayTouch, reachableOf, type Standing } from '../../store/consent.ts';

const neverAsked: Standing = { consents: {}, suppressions: {}, hasPostalAddress: true, hasEmail: true };

describe('who may be touched', () => {
  test('a person who was never asked gets print and nothing else', () => {
    expect(reachableOf(neverAsked)).toEqual({ print: true, email: false, social: false });
    expect(mayTouch(neverAsked, 'email')).toEqual({ allowed: false, why: 'no-consent' });
  });

  test('a refusal stops print, a yes opens email', () => {
    expect(mayTouch({ ...neverAsked, consents: { print: false } }, 'print')).toEqual({ allowed: false, why: 'no-consent' });
    expect(mayTouch({ ...neverAsked, consents: { email: true } }, 'email')).toEqual({ allowed: true });
    expect(mayTouch({ ...neverAsked, consents: { email: false } }, 'email')).toEqual({ allowed: false, why: 'no-consent' });
  });

  test('without an address there is nowhere to send', () => {
    const nowhere = { ...neverAsked, consents: { email: true, social: true }, hasPostalAddress: false, hasEmail: false };
    for (const medium of ['print', 'email', 'social'] as const) expect(mayTouch(nowhere, medium)).toEqual({ allowed: false, why: 'no-address' });
  });

  test('a mail about something that was ordered needs no yes, and heeds a no', () => {
    expect(mayTouch(neverAsked, 'email', 'service')).toEqual({ allowed: true });
    expect(mayTouch({ ...neverAsked, consents: { email: false } }, 'email', 'service')).toEqual({ allowed: false, why: 'no-consent' });
    expect(mayTouch({ ...neverAsked, suppressions: { email: 'bounced' } }, 'email', 'service')).toEqual({ allowed: false, why: 'suppressed:bounced' });
  });

  test('an invitation travels by mail: it needs a yes to social and a yes to email', () => {
    expect(mayTouch({ ...neverAsked, consents: { social: true, email: true } }, 'social')).toEqual({ allowed: true });
    expect(mayTouch({ ...neverAsked, consents: { social: true } }, 'social')).toEqual({ allowed: false, why: 'no-consent' });
    expect(mayTouch({ ...neverAsked, consents: { email: true } }, 'social')).toEqual({ allowed: false, why: 'no-consent' });
  });

  test('a suppression is stronger than a consent, and tells why; a bounced mailbox takes invitations with it', () => {
    const bounced: Standing = { ...neverAsked, consents: { social: true, email: true }, suppressions: { email: 'bounced' } };
    expect(mayTouch(bounced, 'email')).toEqual({ allowed: false, why: 'suppressed:bounced' });
    expect(mayTouch(bounced, 'social')).toEqual({ allowed: false, why: 'suppressed:bounced' });
    expect(mayTouch(bounced, 'print')).toEqual({ allowed: true });
  });
});
