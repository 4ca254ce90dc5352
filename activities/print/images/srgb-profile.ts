/**
 * An ICC profile (ICC.1:2001-04, version 2.4) that says what red, green and blue are in sRGB (IEC 61966-2-1). Made here from the standard's own figures, so
 * that no profile of others has to be shipped.
 */
export function srgbProfile(): Uint8Array {
  // The primaries under the profile's white of 5000 K (Bradford adaptation).
  const tags: [string, Buffer][] = [
    ['desc', describing('sRGB')],
    ['cprt', text('No copyright: figures of IEC 61966-2-1')],
    ['wtpt', place(0.9642, 1, 0.8249)],
    ['rXYZ', place(0.4361, 0.2225, 0.0139)],
    ['gXYZ', place(0.3851, 0.7169, 0.0971)],
    ['bXYZ', place(0.1431, 0.0606, 0.7141)],
    ['rTRC', curve()],
  ];
  const directory = 128 + 4 + 12 * (tags.length + 2);
  const offsets = new Map<string, [offset: number, length: number]>();
  let end = directory;
  for (const [name, data] of tags) {
    offsets.set(name, [end, data.length]);
    end += Math.ceil(data.length / 4) * 4;
  }
  // Green and blue have red's curve.
  for (const name of ['gTRC', 'bTRC']) offsets.set(name, offsets.get('rTRC')!);

  const profile = Buffer.alloc(end);
  profile.writeUInt32BE(end, 0);
  profile.writeUInt32BE(0x02400000, 8);
  profile.write('mntrRGB XYZ ', 12, 'latin1');
  [2000, 1, 1].forEach((value, index) => profile.writeUInt16BE(value, 24 + 2 * index));
  profile.write('acsp', 36, 'latin1');
  [0.9642, 1, 0.8249].forEach((value, index) => profile.writeInt32BE(fixed(value), 68 + 4 * index));
  profile.writeUInt32BE(offsets.size, 128);
  [...offsets].forEach(([name, [offset, length]], index) => {
    profile.write(name, 132 + 12 * index, 'latin1');
    profile.writeUInt32BE(offset, 136 + 12 * index);
    profile.writeUInt32BE(length, 140 + 12 * index);
  });
  for (const [name, data] of tags) data.copy(profile, offsets.get(name)![0]);
  return profile;
}

const fixed = (value: number): number => Math.round(value * 65_536);

function place(...values: readonly number[]): Buffer {
  const data = Buffer.alloc(8 + 4 * values.length);
  data.write('XYZ ', 0, 'latin1');
  values.forEach((value, index) => data.writeInt32BE(fixed(value), 8 + 4 * index));
  return data;
}

/** sRGB's curve in 1,024 steps: straight near black, then a power of 2.4. */
function curve(): Buffer {
  const steps = 1024;
  const data = Buffer.alloc(12 + 2 * steps);
  data.write('curv', 0, 'latin1');
  data.writeUInt32BE(steps, 8);
  for (let step = 0; step < steps; step++) {
    const value = step / (steps - 1);
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    data.writeUInt16BE(Math.round(linear * 65_535), 12 + 2 * step);
  }
  return data;
}

function text(value: string): Buffer {
  return Buffer.from(`text\0\0\0\0${value}\0`, 'latin1');
}

/** A description, with its parts for other scripts left empty. */
function describing(value: string): Buffer {
  const data = Buffer.alloc(12 + value.length + 1 + 8 + 3 + 67);
  data.write('desc', 0, 'latin1');
  data.writeUInt32BE(value.length + 1, 8);
  data.write(value, 12, 'latin1');
  return data;
}
