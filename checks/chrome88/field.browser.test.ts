import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { newerThan88 } from './newer.ts'

/** What the phone app uses although Chromium 88 does not know it, and why it does no harm there. Not run on 88: read. */
const fallbacks: Readonly<Record<string, string>> = {
  '.at()': 'filled in by apps/field/fill-in.ts before anything else runs',
  '.findLast()': 'filled in by apps/field/fill-in.ts before anything else runs',
  '.findLastIndex()': 'filled in by apps/field/fill-in.ts before anything else runs',
  '.startViewTransition()': 'React asks whether the document has it before it calls it',
}

const folder = fileURLToPath(new URL('../../build/field', import.meta.url))
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(js|css)$/.test(file))
const newer = new Set(files.flatMap((file) => [...newerThan88(file, readFileSync(`${folder}/${file}`, 'utf8'))]))

test('the built phone app was read, its service worker too', () => {
  expect(files).toContain('sw.js')
  expect(files.length).toBeGreaterThanOrEqual(3)
})

test('whatever is newer than Chromium 88 has a fallback, and every fallback is still needed', () => {
  expect([...newer].sort()).toEqual(Object.keys(fallbacks).sort())
})

test('the service worker is a plain script: workers that are modules came with Chromium 91', () => {
  expect(readFileSync(`${folder}/sw.js`, 'utf8')).not.toMatch(/(^|[;}\s])(import|export)[\s{]/)
})
