import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../house/read-files.ts'
import { pieces } from './pieces.ts'

const line = /apt-get install -y [\w. -]+/
const installed = line.exec(readFileSync(join(root, '.ci/run'), 'utf8'))?.[0]

test('.ci/run installs the Debian pieces that the tests look for, and no others', () => {
  expect(installed?.split(' ').slice(3).sort()).toEqual(pieces.map((piece) => piece.name).sort())
})

test.skipIf(!existsSync(join(root, 'README.md')))('the README shows the same line', () => {
  expect(line.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[0]).toBe(installed)
})
