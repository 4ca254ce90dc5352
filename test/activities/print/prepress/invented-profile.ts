/** A text tag of ICC version 2 (`desc`): the text in ASCII, and nothing in other scripts. */
function description(text: string): Buffer {
  const ascii = Buffer.from(`${text}\0`, 'latin1');
  const tag = Buffer.alloc(12 + ascii.length + 78);
  tag.write('desc', 0, 'latin1');
  tag.writeUInt32BE(ascii.length, 8);
  ascii.copy(tag, 12);
  return tag;
}

function words(text: string): Buffer {
  return Buffer.concat([Buffer.from('text\0\0\0\0', 'latin1'), Buffer.from(`${text}\0`, 'latin1')]);
}

/** A table of 8 bits (`mft1`): 2 grid points for each channel, straight curves, each corner a mixture of its inputs. */
function table(inputs: number, outputs: number): Buffer {
  const head = Buffer.alloc(48);
  head.write('mft1', 0, 'latin1');
  head.set([inputs, outputs, 2], 8);
  [1, 0, 0, 0, 1, 0, 0, 0, 1].forEach((value, index) => head.writeInt32BE(value * 65_536, 12 + 4 * index));
  const curve = Buffer.from(Array.from({ length: 256 }, (_, value) => value));
  const corners = Buffer.from(Array.from({ length: 2 ** inputs * outputs }, (_, index) => (255 * ((index * 37) % 11)) / 10));
  return Buffer.concat([head, ...Array<Buffer>(inputs).fill(curve), corners, ...Array<Buffer>(outputs).fill(curve)]);
}

function whitePoint(): Buffer {
  const tag = Buffer.alloc(20);
  tag.write('XYZ ', 0, 'latin1');
  [0.9642, 1, 0.8249].forEach((value, index) => tag.writeInt32BE(Math.round(value * 65_536), 8 + 4 * index));
  return tag;
}

export interface Invention {
  readonly name?: string;
  readonly target?: string;
  readonly deviceClass?: string;
  readonly space?: string;
  readonly without?: string;
}

/** An ICC profile of a press that nobody has: correct in form, small, and ours to give away. Its colours mean nothing. */
export function inventedProfile({ name = 'Parcours test press (FOGRA52)', target, deviceClass = 'prtr', space = 'CMYK', without }: Invention = {}): Buffer {
  const tags = ([['desc', description(name)], ['cprt', words('No copyright: invented')], ['wtpt', whitePoint()], ['A2B0', table(4, 3)], ['B2A0', table(3, 4)], ...(target ? [['targ', words(target)]] : [])] as [string, Buffer][]).filter(([key]) => key !== without);
  const directory = Buffer.alloc(4 + 12 * tags.length);
  directory.writeUInt32BE(tags.length, 0);
  const bodies: Buffer[] = [];
  let offset = 128 + directory.length;
  for (const [index, [key, tag]] of tags.entries()) {
    const padded = Buffer.concat([tag, Buffer.alloc((4 - (tag.length % 4)) % 4)]);
    directory.write(key, 4 + 12 * index, 'latin1');
    directory.writeUInt32BE(offset, 8 + 12 * index);
    directory.writeUInt32BE(tag.length, 12 + 12 * index);
    bodies.push(padded);
    offset += padded.length;
  }
  const header = Buffer.alloc(128);
  header.writeUInt32BE(offset, 0);
  header.writeUInt32BE(0x02400000, 8);
  header.write(deviceClass + space + 'Lab ', 12, 'latin1');
  header.write('acsp', 36, 'latin1');
  whitePoint().copy(header, 68, 8);
  return Buffer.concat([header, directory, ...bodies]);
}
