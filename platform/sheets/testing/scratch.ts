import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A temporary folder of one test file, gone when it ends. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'zhizhou-sheets-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const path = (name: string) => join(folder, name)
  return {
    folder,
    path,
    file(name: string, content: string | Uint8Array): string {
      writeFileSync(path(name), content)
      return path(name)
    },
  }
}
