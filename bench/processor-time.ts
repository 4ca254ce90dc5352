import { readdir, readFile } from 'node:fs/promises';

/** Milliseconds of CPU by who spent them: this process (worker and driver), and its descendants. */
export interface ProcessorTime {
  readonly worker: number;
  readonly postgres: number;
  readonly temporal: number;
  readonly sandbox: number;
}

/** Linux counts in hundredths of a second, for whatever kernel. */
const TICK = 10;

/**
 * CPU spent until now by this process and its descendants, user and system, from /proc. What ended meanwhile counts with its parent.
 *
 * @returns undefined where there is no /proc.
 * @example
 * const before = await processorTime();
 */
export async function processorTime(): Promise<ProcessorTime | undefined> {
  const processes = await running();
  if (processes.size === 0) return undefined;
  const spent = { worker: 0, postgres: 0, temporal: 0, sandbox: 0 };
  for (const [id, { command, ticks }] of processes) {
    if (id === process.pid) spent.worker += ticks * TICK;
    else if (isOurs(processes, id)) spent[command === 'postgres' ? 'postgres' : command.startsWith('temporal') ? 'temporal' : 'sandbox'] += ticks * TICK;
  }
  return spent;
}

type Processes = ReadonlyMap<number, { readonly command: string; readonly parent: number; readonly ticks: number }>;

async function running(): Promise<Processes> {
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(ids.map((id) => readFile(`/proc/${id}/stat`, 'utf8').catch(() => undefined)));
  return new Map(stats.flatMap((stat) => (stat === undefined ? [] : [read(stat)])));
}

/** `42 (name) S 1 …`: fields 4, and 14 to 17, of proc(5). */
function read(stat: string): readonly [number, { command: string; parent: number; ticks: number }] {
  const nameEnds = stat.lastIndexOf(')');
  const fields = stat.slice(nameEnds + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return [Number.parseInt(stat), { command: stat.slice(stat.indexOf('(') + 1, nameEnds), parent: Number(fields[1]), ticks }];
}

function isOurs(processes: Processes, id: number): boolean {
  const parent = processes.get(id)?.parent;
  return parent !== undefined && (parent === process.pid || isOurs(processes, parent));
}
