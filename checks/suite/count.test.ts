import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { countLine, countReport, one, sum } from './count.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhizhou-count-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function report(numbers: Record<string, number>, testResults: readonly unknown[] = []): string {
  const file = join(folder, 'report.json')
  const empty = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 }
  writeFileSync(file, JSON.stringify({ ...empty, ...numbers, testResults }))
  return file
}

test('passed, failed and skipped are taken from the report', () => {
  const file = report({ numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 })
  expect(countReport(file, 1)).toEqual({ passed: 7, failed: 2, skipped: 2 })
})

test('a file that does not load is a failure', () => {
  const failed = { status: 'failed', assertionResults: [] }
  expect(countReport(report({ numPassedTests: 7 }, [failed]), 1)).toEqual({ passed: 7, failed: 1, skipped: 0 })
})

test('a file with a failed test is not counted twice', () => {
  const failed = { status: 'failed', assertionResults: [{ status: 'failed' }] }
  expect(countReport(report({ numFailedTests: 1 }, [failed]), 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('a run that ends badly with every test well is a failure', () => {
  expect(countReport(report({ numPassedTests: 7 }), 1).failed).toBe(1)
  expect(countReport(report({ numPassedTests: 7 }), null).failed).toBe(1)
})

test('a run without a report is a failure', () => {
  expect(countReport(join(folder, 'nowhere.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('the last line', () => {
  expect(countLine(sum([one(true), one(false), { passed: 3, failed: 0, skipped: 2 }]))).toBe('4 passed, 1 failed, 2 skipped')
})
