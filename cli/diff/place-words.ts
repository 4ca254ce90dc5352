import { listed, type Asked, type Story } from '../../simulator/explore/index.ts';

/** Where a journey stands, in words: `waits for scan or visit of renewal-postcard, up to 21 days`. */
export function placeWords({ steps }: Story): string {
  const open = steps.filter(({ outcome, asked }) => outcome === undefined && asked.kind !== 'end' && asked.kind !== 'again');
  return listed([...new Set(open.map(({ asked }) => words(asked)))], 'and') || 'has not begun';
}

function words(asked: Asked): string {
  switch (asked.kind) {
    case 'wait': {
      const touches = [...new Set(asked.expected.flatMap(({ touch }) => (touch === undefined ? [] : [touch.split('/')[0]!])))];
      return `waits for ${listed([...new Set(asked.expected.map(({ kind }) => kind))])}${touches.length > 0 ? ` of ${listed(touches)}` : ''}, up to ${asked.for}`;
    }
    case 'pause':
      return /^until /.test(asked.words) ? `pauses ${asked.words}` : `pauses for ${asked.words}`;
    case 'print':
    case 'email':
    case 'social':
      return `is about to get ${asked.message}`;
    case 'choice':
      return `is about to get ${asked.point} chosen`;
    case 'recall':
    case 'again':
    case 'end':
      return 'ends';
  }
}
