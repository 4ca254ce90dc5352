import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';

const ALL = ['pdfinfo', 'pdffonts', 'pdftotext', 'pdftoppm', 'qpdf', 'zbarimg', 'chromium', 'openssl', 'sshd'];
const folders: string[] = [];
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parcours-tools-'));
  folders.push(folder);
});
afterAll(() => folders.forEach((each) => rmSync(each, { recursive: true })));

function program(name: string, script = ''): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
}

/** Runs the script where nothing but this folder's programs is on the PATH, as somebody. */
function run(user: 'root' | 'nobody'): { status: number | null; said: string } {
  writeFileSync(join(folder, 'user.mjs'), `process.getuid = () => ${user === 'root' ? 0 : 1000};`);
  const { status, stderr } = spawnSync(process.execPath, ['--import', join(folder, 'user.mjs'), 'scripts/tools.mjs'], { env: { PATH: folder }, encoding: 'utf8' });
  return { status, said: stderr };
}

/** An apt-get that writes down what it is asked, and makes what it is told to. */
const aptGet = (makes: readonly string[]) => `echo "$@" >> ${folder}/apt.log\n[ "$1" = install ] || exit 0\n${makes.map((name) => `: > ${folder}/${name}; /bin/chmod +x ${folder}/${name}`).join('\n')}`;

describe('before the tests', () => {
  test('nothing is said or installed when the programs are there', () => {
    ALL.forEach((name) => program(name));
    program('apt-get', aptGet([]));
    expect(run('root')).toEqual({ status: 0, said: '' });
    expect(() => readFileSync(join(folder, 'apt.log'))).toThrow('ENOENT');
  });

  test('root on Debian gets what is missing, and no more', () => {
    ALL.filter((name) => name !== 'qpdf').forEach((name) => program(name));
    program('apt-get', aptGet(['qpdf']));
    expect(run('root')).toEqual({ status: 0, said: 'Installing qpdf (apt-get)…\n' });
    expect(readFileSync(join(folder, 'apt.log'), 'utf8')).toBe('install -y -qq --no-install-recommends qpdf\n');
  });

  test('a fresh machine’s lists of packages are fetched first', () => {
    ALL.filter((name) => name !== 'qpdf').forEach((name) => program(name));
    program('apt-get', `echo "$1" >> ${folder}/apt.log\n[ "$1" = update ] && : > ${folder}/lists && exit 0\n[ -f ${folder}/lists ] || exit 100\n: > ${folder}/qpdf; /bin/chmod +x ${folder}/qpdf`);
    expect(run('root').status).toBe(0);
    expect(readFileSync(join(folder, 'apt.log'), 'utf8')).toBe('install\nupdate\ninstall\n');
  });

  test.each([
    ['nobody', 'who is not root'],
    ['root', 'where apt-get can’t help'],
  ] as const)('%s, %s: it stops with the command to type', (user, _why) => {
    ALL.filter((name) => !['pdffonts', 'zbarimg'].includes(name)).forEach((name) => program(name));
    if (user === 'root') program('apt-get', 'exit 100');
    const { status, said } = run(user);
    expect(status).toBe(1);
    const command = process.platform === 'darwin' ? '  brew install poppler\n  brew install zbar\n' : '  sudo apt-get install -y poppler-utils zbar-tools\n';
    expect(said).toContain('  pdfinfo, pdffonts, pdftotext, pdftoppm: reads and renders the PDFs we write\n');
    expect(said.endsWith(command)).toBe(true);
  });
});
