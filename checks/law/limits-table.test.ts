import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { saysTheSame, withTable } from './limits-table.ts'

const page = readFileSync(new URL('../../docs/law/limits.md', import.meta.url), 'utf8')

test('docs/law/limits.md shows the catalogue as it is now (else: npm run fix)', () => {
  expect(saysTheSame(page, withTable(page)!)).toBe(true)
})

test('a stale table is seen, and the words around it stay', () => {
  const stale = page.replace('`clue.verify`', '`clue.verified`')
  expect(saysTheSame(stale, withTable(stale)!)).toBe(false)
  expect(saysTheSame(withTable(stale)!, page)).toBe(true)
  expect(withTable('# Title\n')).toBeNull()
})

test('every file the page names is there', () => {
  const named = [...page.matchAll(/`((?:kernel|modules|database|apps)\/[\w./-]+\.\w+)`/g)].map(([, path]) => path!)
  expect(named.length).toBeGreaterThan(8)
  for (const path of named) expect(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8').length).toBeGreaterThan(0)
})
