import { startGuarded } from '../../../cli/stack/guarded-process.ts';

/** Starts a process that would run for ever, with a folder of its own, and says which; its test then kills this one. */
const [folder = ''] = process.argv.slice(2);
const child = startGuarded({ name: 'sleeper', command: 'sleep', args: ['100000'], log: `${folder}/log`, folder });
console.log(`started ${child.pid}`);
