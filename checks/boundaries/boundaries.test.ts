import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { bands } from '../../modules/bands.ts'
import { tops } from './place.ts'
import { inspectHouse } from './violations.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const inspection = inspectHouse(root)

test('everyone sees only whom he may', () => {
  expect(inspection.violations).toEqual([])
})

test('the whole house was looked at', () => {
  const sources = tops.flatMap((top) => sourcesIn(`${root}/${top}`))
  expect(inspection.files).toBe(sources.length)
  expect(inspection.files).toBeGreaterThan(450)
  expect(inspection.imports).toBeGreaterThan(2000)
  expect(inspection.schemas).toBeGreaterThan(4)
})

test('a module stands in one band', () => {
  const all = Object.values(bands).flat()
  expect(new Set(all).size).toBe(all.length)
})

function sourcesIn(folder: string): string[] {
  let entries: string[] = []
  try {
    entries = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch {
    return []
  }
  return entries.filter(
    (path) =>
      (/\.[cm]?[jt]sx?$/.test(path) && !path.endsWith('.d.ts') && !path.split(/[\\/]/).includes('public')) ||
      (path === 'zhizhou' && folder.endsWith('bin')),
  )
}
