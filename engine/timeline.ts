import type { JournalEntry } from './journal.ts';
import type { Decision } from './runtime.ts';

const DAY = 86_400_000;
const BETWEEN = { any: ' or ', all: ' and ', sequence: ' then ' } as const;
const WITHOUT_ANSWER: Readonly<Record<string, string>> = { time: 'time is up', 'not-sent': 'nothing was sent that could be answered', skipped: 'skipped' };
const WORDS = { print: 'print', email: 'email', social: 'invitation' } as const;

/**
 * The journal in lines for people: the day since the journey began, and what happened.
 *
 * @example timeline(journal)[0] // 'day 0.0  print renewal-postcard/1 sent'
 */
export function timeline(journal: readonly JournalEntry[]): string[] {
  const start = journal[0]?.at ?? 0;
  const day = (at: number) => `day ${((at - start) / DAY).toFixed(1)}`;
  const reports = new Map(journal.flatMap((entry) => (entry.type === 'report' ? [[entry.eventId, reportName(entry)] as const] : [])));
  return journal.map((entry) => `${day(entry.at)}  ${said(entry, day, reports)}`);
}

function said(entry: JournalEntry, day: (at: number) => string, reports: ReadonlyMap<string, string>): string {
  switch (entry.type) {
    case 'touch': {
      const { sent, why, variant, decision } = entry.receipt;
      if (entry.audience) return `audience ${entry.touch} ${sent ? 'joined' : `not joined: ${why}`}`;
      return `${WORDS[entry.medium]} ${entry.touch} ${sent ? why : `not sent: ${why}`}${variant === undefined ? '' : ` (variant ${variant}${decision ? `, ${chanceWords(decision)}` : ''})`}`;
    }
    case 'choice': {
      const { choice, receipt } = entry;
      return `choice ${choice}: ${receipt.arm} (${chanceWords(receipt)})`;
    }
    case 'report':
      return `${reportName(entry)} [${entry.evidence}]`;
    case 'held':
      return `${entry.touch} held until ${day(entry.until)}, when its window opens`;
    case 'wait-begun':
      return `wait ${entry.wait} for ${entry.expected.join(BETWEEN[entry.together ?? 'any'])} until ${day(entry.until)}`;
    case 'wait-moved':
      return `wait ${entry.wait} now until ${day(entry.until)}`;
    case 'wait-ended':
      return `wait ${entry.wait} over: ${WITHOUT_ANSWER[entry.by] ?? (entry.events ?? [entry.by]).map((event) => reports.get(event) ?? event).join(' and ')}`;
    case 'slept-until':
      return `sleep until ${day(entry.until)}`;
    case 'learned':
      return `learned ${Object.entries(entry.facts).map(([name, value]) => `${name} = ${String(value)}`).join(', ')}${entry.source === undefined ? '' : ` from ${entry.source}`}`;
    case 'recalled':
      return `recall ${entry.touch}: ${entry.result}`;
    case 'note':
      return `note: ${entry.text}`;
    case 'paused':
      return 'paused by an operator: nothing goes out';
    case 'resumed':
      return 'resumed by an operator';
    case 'skipped':
      return 'waits skipped by an operator';
    case 'again':
      return `again: cycle ${entry.cycle} begins`;
    case 'moved':
      return `moved from ${entry.from} to ${entry.to}`;
    case 'ended':
      return `ended: ${entry.outcome} (${entry.by}${entry.detail === undefined ? '' : `: ${entry.detail}`})`;
  }
}

/**
 * By how much chance, policy and facts something was chosen.
 *
 * @example chanceWords({ policy: '3f8a91c2d0e4b657', chance: 0.5 }) // 'chance 50 %, policy 3f8a91c2'
 */
export function chanceWords({ policy, chance, facts = {} }: Decision): string {
  const known = Object.entries(facts).map(([name, value]) => `${name} = ${String(value)}`);
  return `chance ${Math.round(chance * 1_000) / 10} %, policy ${policy.slice(0, 8)}${known.length === 0 ? '' : `, by ${known.join(', ')}`}`;
}

function reportName({ kind, touch }: { kind: string; touch?: string }): string {
  return touch === undefined ? kind : `${kind} of ${touch}`;
}
