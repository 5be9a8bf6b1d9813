// Vitest's reporter of tests that failed at first and passed at their second try, which CI alone gives: nothing is hidden.
// https://vitest.dev/api/advanced/reporters
export default class SecondTryReporter {
  /** @param {import('vitest/node').TestCase} test */
  onTestCaseResult(test) {
    if (!test.diagnostic()?.flaky) return;
    console.log(`passed at the second try only: ${test.fullName}`);
    for (const { message } of test.result().errors ?? []) console.log(`  at first: ${message}`);
  }
}
