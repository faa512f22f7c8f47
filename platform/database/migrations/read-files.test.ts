import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aFolder } from '../testing/run-folder.ts'
import { checksumOf, MIGRATIONS, readMigrations, statementsOf } from './read-files.ts'

let folder: string
beforeEach(() => {
  folder = aFolder()
})
afterEach(() => rmSync(folder, { recursive: true }))

test('files come in the order of their names, others are left alone', () => {
  for (const name of ['2026-02-01-01-b.sql', '2026-01-01-02-a.sql', 'README.md']) writeFileSync(join(folder, name), 'select 1;')
  expect(readMigrations(folder).map(({ name }) => name)).toEqual(['2026-01-01-02-a.sql', '2026-02-01-01-b.sql'])
})

test('line ends of Windows are the same file, another letter is not', () => {
  const checksum = (text: string) => {
    writeFileSync(join(folder, '1.sql'), text)
    return checksumOf(readMigrations(folder))
  }
  expect(checksum('select 1;\r\nselect 2;\r\n')).toBe(checksum('select 1;\nselect 2;\n'))
  expect(checksum('select 1;\nselect 3;\n')).not.toBe(checksum('select 1;\nselect 2;\n'))
})

test('only a header at the very beginning puts a file outside a transaction', () => {
  writeFileSync(join(folder, '1.sql'), '-- outside transaction\nselect 1;')
  writeFileSync(join(folder, '2.sql'), 'select 1;\n-- outside transaction\n')
  expect(readMigrations(folder).map((file) => file.outsideTransaction)).toEqual([true, false])
})

test('statements end with a semicolon at the end of a line; comments alone are none', () => {
  expect(statementsOf(`-- outside transaction\ncreate index a on t (x);\n\ncomment on index a is 'x; y';\n-- the end\n`)).toEqual(
    ['-- outside transaction\ncreate index a on t (x)', `comment on index a is 'x; y'`],
  )
})

test("the product's migrations are named by day, number and what they do", () => {
  const names = readMigrations(MIGRATIONS).map(({ name }) => name)
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter((name) => !/^\d{4}-\d{2}-\d{2}-\d{2}-[a-z0-9-]+\.sql$/.test(name))).toEqual([])
})
