import { expect, test } from 'vitest'
import { isText, namesOfElsewhere } from './elsewhere.ts'
import { focusedTests } from './focused.ts'
import { tooLong } from './lengths.ts'
import { wronglyNamedMigrations } from './migrations.ts'
import { namesToAvoid, ours } from './names.ts'
import { isSource, readFiles } from './read-files.ts'

const files = readFiles()
const migrations = files.filter((file) => file.path.startsWith('database/migrations/')).map((file) => file.path.slice(20))
const text = (path: string, words: string) => ({ path, text: words })

test('the whole repository was looked at', () => {
  expect(files.filter(isSource).length).toBeGreaterThan(500)
  expect(files.filter((file) => file.path.endsWith('.test.ts')).length).toBeGreaterThan(50)
  expect(files.map((file) => file.path)).toEqual(
    expect.arrayContaining(['package-lock.json', '.ci/run', 'bin/zhizhou', 'LICENSE']),
  )
  expect(migrations.length).toBeGreaterThan(4)
})

test('files and folders are named by what they are or do', () => {
  expect(namesToAvoid(files.filter(ours).map((file) => file.path))).toEqual([])
})

test('no source is too long to be read at once', () => {
  expect(tooLong(files)).toEqual([])
})

test('migrations are named by their day', () => {
  expect(wronglyNamedMigrations(migrations)).toEqual([])
})

test('nothing of one machine or one registry is in the repository', () => {
  expect(files.filter(isText).flatMap(namesOfElsewhere)).toEqual([])
})

test('no test runs alone', () => {
  expect(files.flatMap(focusedTests)).toEqual([])
})

test('every decision record is dated and listed with its title', () => {
  const list = (files.find((file) => file.path === 'docs/adr/README.md')?.text ?? '').replace(/ +/g, ' ')
  const records = files.filter(({ path }) => /^docs\/adr\/(?!README)/.test(path))
  const rows = records.map(({ path, text: words }) => {
    const name = path.slice('docs/adr/'.length)
    return `| ${name.slice(0, 10)} | [${words.slice(2, words.indexOf('\n'))}](${name}) |`
  })
  expect(records.filter(({ path }) => !/\/\d{4}-\d{2}-\d{2}-[a-z-]+\.md$/.test(path))).toEqual([])
  expect(rows.filter((row) => !list.includes(row))).toEqual([])
})

test('a planted breach of each is found', () => {
  expect(namesToAvoid(['modules/cases/case-service.ts'], {})).toHaveLength(1)
  expect(namesToAvoid(['modules/utils/a.ts'], {})).toHaveLength(1)
  expect(namesToAvoid([], { 'a/data.ts': 'gone' })).toHaveLength(1)
  expect(tooLong([text('a.ts', 'a\n'.repeat(401))], {})).toHaveLength(1)
  expect(tooLong([text('a.ts', 'a\n')], { 'a.ts': 'was long' })).toHaveLength(1)
  expect(wronglyNamedMigrations(['2026-11-22-01-roles.sql', '2026-11-22-02-units.sql'])).toEqual([])
  expect(wronglyNamedMigrations(['2026-02-30-01-roles.sql', '0001_roles.sql', '2026-11-22-roles.sql'])).toHaveLength(3)
  expect(wronglyNamedMigrations(['2026-11-22-01-roles.sql', '2026-11-22-01-units.sql'])).toHaveLength(1)
  expect(namesOfElsewhere(text('a.md', `see ${'/ho'}me/anna/zhizhou`))).toHaveLength(1)
  expect(namesOfElsewhere(text('.npmrc', `registry=https://registry.${'npm'}mirror.com`))).toHaveLength(1)
  expect(namesOfElsewhere(text('package-lock.json', `  "resolved": "${'ht'}tp://10.0.0.1/a.tgz",`))).toHaveLength(1)
  expect(namesOfElsewhere(text('a.md', '/var/lib/zhizhou and ./data'))).toEqual([])
  expect(focusedTests(text('a.test.ts', "\ntest.only('a', () => {})"))).toEqual(['a.test.ts:2 leaves test.only behind'])
})
