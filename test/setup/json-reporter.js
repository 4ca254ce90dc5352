import { mkdirSync, writeFileSync } from 'node:fs';

/** Writes the counts of a run to out/jest.json, where `.ci/run` reads them. */
export default class JsonReporter {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numTotalTests, numRuntimeErrorTestSuites, numFailedTestSuites }) {
    mkdirSync('out', { recursive: true });
    writeFileSync('out/jest.json', JSON.stringify({ numPassedTests, numFailedTests, numTotalTests, numRuntimeErrorTestSuites, numFailedTestSuites }, null, 2));
  }
}
