import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { drawings, placeFor, withDrawing } from './drawings.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const all = await drawings(root)

test('there are procedures to draw', () => {
  expect(all.map((drawing) => drawing.key)).toContain('importProcedure')
})

test.each(all.map((drawing) => [drawing.module, drawing.title, drawing] as const))(
  'the README of %s shows %s as it is now (else: npm run fix)',
  (module, _title, drawing) => {
    const file = join(root, 'modules', module, 'README.md')
    const readme = existsSync(file) ? readFileSync(file, 'utf8') : ''
    expect(readme).toBe(withDrawing(readme, drawing))
  },
)

test('a stale drawing is seen, and the words around it stay', () => {
  const drawing = all[0]!
  const fresh = `# Title\n\n${placeFor(drawing)}\n\nWords.\n`
  const stale = fresh.replace('[*] -->', '[*] ==>')
  expect(stale).not.toBe(fresh)
  expect(withDrawing(stale, drawing)).toBe(fresh)
  expect(withDrawing('# Title\n', drawing)).toBeNull()
})
