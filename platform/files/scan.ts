import { execFile } from 'node:child_process'
import { done, refuse } from '#kernel/outcome'
import type { FileCheck } from './folder-store.ts'

/** How long a check of one file may take, in milliseconds. */
const patience = 300_000

/**
 * A check by a program of the office's choice (杀毒程序), which is given the file's path: it ends with 0 where the file may
 * be kept. Refuses scan-refused where it ends otherwise, scan-failed where it cannot be run or does not end.
 */
export function scanBy(program: string): FileCheck {
  return (path) =>
    new Promise((answer) => {
      execFile(program, [path], { timeout: patience, windowsHide: true, maxBuffer: 16 * 1024 ** 2 }, (error) => {
        if (error === null) answer(done(undefined))
        else answer(refuse({ code: typeof error.code === 'number' ? 'scan-refused' : 'scan-failed' }))
      })
    })
}
