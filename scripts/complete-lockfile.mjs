/**
 * `npm run lockfile`: makes package-lock.json anew, complete. A registry mirror may lack the builds of a package for other machines than its
 * own; npm then leaves them out of the lock, and `npm ci` refuses such a lock everywhere. They are optional dependencies pinned by their
 * parent, so version, system and processor are known without the registry; only their integrity is not, and is left out.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const SYSTEMS = ['darwin', 'linux', 'win32', 'freebsd', 'android', 'openharmony', 'aix', 'netbsd', 'openbsd', 'sunos'];
const PROCESSORS = { x64: 'x64', arm64: 'arm64', aarch64: 'arm64', arm: 'arm', armv7: 'arm', ia32: 'ia32', x86: 'ia32', ppc64: 'ppc64', s390x: 's390x', riscv64: 'riscv64', loong64: 'loong64', wasm32: 'wasm32' };

const { status } = spawnSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const added = [];
for (const { dev, optionalDependencies = {} } of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const path = `node_modules/${name}`;
    const machine = machineOf(name);
    if (lock.packages[path] || !machine || !/^\d/.test(version)) continue;
    lock.packages[path] = { version, ...machine.cpu, ...(dev ? { dev } : {}), optional: true, ...machine.os };
    added.push(name);
  }
}
const sorted = Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1));
writeFileSync('package-lock.json', `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
console.log(added.length > 0 ? `Added the builds for other machines: ${added.join(', ')}` : 'The lock is complete.');

function machineOf(name) {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = words.map((word) => PROCESSORS[word]).find(Boolean);
  return os || cpu ? { ...(cpu ? { cpu: { cpu: [cpu] } } : { cpu: {} }), ...(os ? { os: { os: [os] } } : { os: {} }) } : undefined;
}
