/**
 * Runs before `npm test`, on Node alone: looks for the programs that the tests check our files with, which others wrote and npm does not have.
 * Quiet when all are there. As root on Debian or Ubuntu it installs what is missing; elsewhere it says the command and stops, so that no test
 * passes because nobody looked.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs, by Debian's package and Homebrew's; none for what macOS has. */
const TOOLS = [
  { programs: ['pdfinfo', 'pdffonts', 'pdftotext', 'pdftoppm'], debian: 'poppler-utils', brew: 'poppler', for: 'reads and renders the PDFs we write' },
  { programs: ['qpdf'], debian: 'qpdf', brew: 'qpdf', for: 'checks their structure' },
  { programs: ['zbarimg'], debian: 'zbar-tools', brew: 'zbar', for: 'reads QR codes off rendered pages' },
  { programs: ['chromium'], debian: 'chromium', brew: '--cask chromium', for: 'opens pages as people see them' },
  { programs: ['openssl'], debian: 'openssl', brew: 'openssl', for: 'makes the certificate of a mail server' },
  { programs: ['sshd'], debian: 'openssh-server', for: 'stands in for a printer with SFTP' },
];
/** Where daemons are, which is not on everybody's PATH. */
const SYSTEM_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/sbin'];

const missing = lacking();
if (missing.length > 0) install(missing);

function lacking() {
  return TOOLS.filter(({ programs }) => !programs.every((program) => isThere(program, program === 'sshd' ? SYSTEM_FOLDERS : [])));
}

function isThere(program, elsewhere = []) {
  return [...(process.env.PATH ?? '').split(delimiter), ...elsewhere].filter(Boolean).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function install(tools) {
  const packages = tools.map(({ debian }) => debian);
  if (process.getuid?.() !== 0 || !isThere('apt-get')) ask(tools);
  console.error(`Installing ${packages.join(', ')} (apt-get)…`);
  // Lists may be missing, as in fresh images, or older than the packages: then they are fetched, and it is tried once more.
  if (!aptGet('install', '-y', '-qq', '--no-install-recommends', ...packages)) {
    aptGet('update', '-qq');
    aptGet('install', '-y', '-qq', '--no-install-recommends', ...packages);
  }
  const left = lacking();
  if (left.length > 0) ask(left);
}

function aptGet(...words) {
  // Run level 1: an SSH server that is installed for a test is not started for the world.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  return spawnSync('apt-get', words, { env, stdio: ['ignore', 2, 2] }).status === 0;
}

/** Says what is missing and how to get it, and ends. */
function ask(tools) {
  const brew = tools.flatMap((tool) => tool.brew ?? []);
  const commands = process.platform === 'darwin' ? brew.map((name) => `brew install ${name}`) : [`sudo apt-get install -y ${tools.map(({ debian }) => debian).join(' ')}`];
  console.error(`Expected these programs, which the tests check our files with, got none of:`);
  for (const { programs, for: purpose } of tools) console.error(`  ${programs.join(', ')}: ${purpose}`);
  console.error(`Install them and run this again:\n${commands.map((command) => `  ${command}`).join('\n')}`);
  process.exit(1);
}
