/**
 * Runs before `npm run demo`, `npm test` and `npm run bench`, on Node alone: says what is wrong with the Node there is, and installs the
 * dependencies when they are missing or older than package-lock.json. Quiet when there is nothing to do.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = (name) => `${root}${name}`;
const read = (name) => JSON.parse(readFileSync(file(name), 'utf8'));

checkNode();
if (!dependenciesAreInstalled()) install();

function checkNode() {
  const wanted = read('package.json').engines.node.replace('>=', '');
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor] = wanted.split('.').map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  console.error(`Expected Node ${wanted} or later, got ${process.versions.node}. Install a current Node and run this again.`);
  process.exit(1);
}

/** npm leaves what it installed in node_modules/.package-lock.json: the same packages as package-lock.json, less those for other machines. */
function dependenciesAreInstalled() {
  if (!existsSync(file('node_modules/.package-lock.json'))) return false;
  const installed = read('node_modules/.package-lock.json').packages;
  const wanted = Object.entries(read('package-lock.json').packages).filter(([path]) => path !== '');
  return wanted.every(([path, { version, optional, peer }]) => installed[path]?.version === version || (!installed[path] && (optional || peer)));
}

function install() {
  console.error('Installing the dependencies (npm ci)…');
  const { status, error } = spawnSync('npm', ['ci', '--loglevel=error'], { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status === 0) return;
  console.error(`Expected npm ci to install the dependencies, got ${error?.message ?? `exit code ${status}`}. What npm said is above; run npm ci by hand when it is put right.`);
  process.exit(status || 1);
}
