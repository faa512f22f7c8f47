import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { fallbacks } from './fallbacks.ts'
import { newerThan88 } from './newer.ts'

/** The built office; `npm test` builds it before the browser tests. */
const folder = fileURLToPath(new URL('../../build/office', import.meta.url))
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(js|css)$/.test(file))
const newer = new Map<string, string[]>()
for (const file of files)
  for (const name of newerThan88(file, readFileSync(`${folder}/${file}`, 'utf8')))
    newer.set(name, [...(newer.get(name) ?? []), file])

test('the built office was read', () => {
  expect(files.filter((file) => file.endsWith('.js')).length).toBeGreaterThan(10)
  expect(files.filter((file) => file.endsWith('.css')).length).toBeGreaterThan(0)
})

test('whatever is newer than Chromium 88 has a fallback', () => {
  expect([...newer].filter(([name]) => !fallbacks[name]).map(([name, where]) => `${name} in ${where.join(', ')}`)).toEqual([])
})

test('every fallback is still needed', () => {
  expect(Object.keys(fallbacks).filter((name) => !newer.has(name))).toEqual([])
})
