import { existsSync, readFileSync } from 'node:fs'

export interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const none: Count = { passed: 0, failed: 0, skipped: 0 }
export const one = (passed: boolean): Count => ({ ...none, passed: passed ? 1 : 0, failed: passed ? 0 : 1 })

export function sum(counts: readonly Count[]): Count {
  return counts.reduce((all, { passed, failed, skipped }) => {
    return { passed: all.passed + passed, failed: all.failed + failed, skipped: all.skipped + skipped }
  }, none)
}

/** The last line of `npm test`. */
export const countLine = ({ passed, failed, skipped }: Count): string => `${passed} passed, ${failed} failed, ${skipped} skipped`

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[]
}

/**
 * Counts vitest's JSON report. A file that fails without any test of its own (it does not load) is one failure, and so is
 * a run that ends badly although every test in the report is well, or that leaves no report.
 */
export function countReport(file: string, exitCode: number | null): Count {
  if (!existsSync(file)) return one(false)
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = report.numFailedTests + unloaded
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
