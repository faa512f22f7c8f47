import { expect, test } from 'vitest'
import { newerThan88 } from './newer.ts'

test('a style sheet of Chromium 88 passes', () => {
  const sheet = '.a:is(.b):focus-visible{inset:0;aspect-ratio:1;gap:4px}@media (max-width:40em){.a{-webkit-mask:none}}'
  expect([...newerThan88('a.css', sheet)]).toEqual([])
})

test.each([
  ['.a{accent-color:red}', 'accent-color'],
  ['.a:has(.b){}', ':has()'],
  ['.a{height:100dvh}', 'dvh, svh and lvh'],
  ['.a{color:color-mix(in srgb,red,blue)}', 'color-mix()'],
  ['.a{color:red;& .b{color:blue}}', 'nested rules'],
  ['@container (width > 10em){.a{}}', '@container'],
  ['@media (width >= 40em){.a{}}', 'range in a media query'],
  ['.a{rotate:3deg}', 'translate, rotate and scale as properties'],
])('the style %s is newer', (sheet, name) => {
  expect([...newerThan88('a.css', sheet)]).toEqual([name])
})

test('a script of Chromium 88 passes, and so does a field that is called like something newer', () => {
  expect([...newerThan88('a.js', 'const a = b?.c ?? 1; a ||= entry.at; entry["findLast"]; x.replaceAll("a", "b")')]).toEqual([])
})

test.each([
  ['list.at(-1)', '.at()'],
  ['list.toSorted()', '.toSorted()'],
  ['Object.hasOwn(a, "b")', 'Object.hasOwn'],
  ['structuredClone(a)', 'structuredClone'],
  ['const s = { "&:has(input)": {} }', ':has()'],
  ['class A { static { a() } }', 'static blocks in classes'],
  ['const r = /a/v', 'the flags v of a regular expression'],
])('the script %s is newer', (script, name) => {
  expect([...newerThan88('a.js', script)]).toEqual([name])
})

test('a script that does not parse is no pass', () => {
  expect(() => newerThan88('a.js', 'const')).toThrow(/a\.js/)
})
