import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { iccProfile, openIccProfile, openOutput } from '../../../../activities/print/prepress/index.ts';
import { workerSettings } from '../../../../worker/settings.ts';
import { inventedProfile } from './invented-profile.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parcours-icc-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function kept(name: string, bytes: Uint8Array): string {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
}

describe('the printer’s profile', () => {
  test('is read with its name, and names its condition', () => {
    const profile = openIccProfile(kept('press.icc', inventedProfile({ name: 'PSO Coated v3', target: 'FOGRA51' })));
    expect(profile).toMatchObject({ description: 'PSO Coated v3', target: 'FOGRA51' });
    expect(openOutput({ profile }).condition?.identifier).toBe('FOGRA51');
    expect(openOutput({ profile: iccProfile(inventedProfile({ name: 'ISO Coated v2 (ECI)' })) }).condition?.identifier).toBe('FOGRA39');
    expect(openOutput({ profile, condition: 'FOGRA47' }).condition?.identifier).toBe('FOGRA47');
  });

  test('of a press that is in no registry goes by its own name', () => {
    expect(openOutput({ profile: iccProfile(inventedProfile({ name: 'Toner, matt paper' })) })).not.toHaveProperty('condition');
  });

  test.each([
    ['nothing', Buffer.alloc(0), 'to be an ICC profile, got 0 bytes without its signature.'],
    ['a text', Buffer.alloc(400, 'icc '), 'to be an ICC profile, got 400 bytes without its signature.'],
    ['cut off', inventedProfile().subarray(0, 2_000), 'to be 4124 bytes long, as its header says, got 2000 bytes.'],
    ['of a screen', inventedProfile({ deviceClass: 'mntr', space: 'RGB ' }), "to be the profile of an output device (class 'prtr'), got class 'mntr'."],
    ['of a press without black', inventedProfile({ space: 'CMY ' }), "to be a profile of CMYK, got one of 'CMY '."],
    ['without a table', inventedProfile({ without: 'B2A0' }), 'to be a profile with the table B2A0, got one without.'],
    ['without a name', inventedProfile({ without: 'desc' }), 'to be a profile with a description, got one without.'],
  ])('is refused when it is %s', (_, bytes, message) => {
    const path = kept('bad.icc', bytes);
    expect(() => openIccProfile(path)).toThrow(`Expected ${path} ${message}`);
  });

  test('with any byte of its lists changed is refused or read, and never breaks', () => {
    const good = inventedProfile();
    for (let at = 0; at < 260; at++) {
      const changed = Buffer.from(good);
      changed[at] = (changed[at]! + 131) % 256;
      try {
        expect(iccProfile(changed).description.length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toMatchObject({ type: 'BadIccProfile' });
      }
    }
  });
});

describe('the worker’s settings', () => {
  const environment = { DATABASE_URL: 'postgres://x', PARCOURS_PUBLIC_URL: 'https://b.example', MAILGUN_API_KEY: 'k', MAILGUN_DOMAIN: 'b.example', MAIL_FROM: 'B <b@b.example>' };

  test('read the profile', () => {
    const settings = workerSettings({ ...environment, PARCOURS_ICC_PROFILE: kept('press.icc', inventedProfile()), PARCOURS_CROP_MARKS: 'yes' });
    expect(settings.PARCOURS_ICC_PROFILE?.description).toBe('Parcours test press (FOGRA52)');
    expect(settings.PARCOURS_CROP_MARKS).toBe(true);
  });

  test('name all that is wrong at once', () => {
    const wrong = { ...environment, PARCOURS_ICC_PROFILE: join(folder, 'missing.icc'), PARCOURS_PRINT_CONDITION: 'GLOSSY' };
    expect(() => workerSettings(wrong)).toThrow(
      `PARCOURS_ICC_PROFILE: Expected an ICC profile at ${folder}/missing.icc, got ENOENT. Ask the printer for the profile of the paper, and set PARCOURS_ICC_PROFILE to its path.\n  PARCOURS_PRINT_CONDITION: Expected one of FOGRA39, FOGRA45, FOGRA47, FOGRA51, FOGRA52`,
    );
  });
});
