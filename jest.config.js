import vm from 'node:vm';

if (!('SourceTextModule' in vm)) {
  throw new Error('Expected Node with --experimental-vm-modules, got none: run tests by `npm test`, `npm run jest -- test/store` or `npx jest test/store` (the flag is in .npmrc).');
}

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' },
        module: { type: 'es6' },
      },
    ],
  },
  globalSetup: '<rootDir>/test/setup/global.js',
  globalTeardown: '<rootDir>/test/setup/global-teardown.js',
  reporters: ['default', '<rootDir>/test/setup/json-reporter.js'],
  modulePathIgnorePatterns: ['<rootDir>/out/', '<rootDir>/.parcours/'],
  testTimeout: 60_000,
  // Modules of a test file are not let go of by Node's vm: a process that has run a hundred files spends its time collecting garbage. A fresh one goes on.
  workerIdleMemoryLimit: '1200MB',
};
