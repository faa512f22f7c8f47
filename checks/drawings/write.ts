/** Brings the drawings in the modules' README files and the table of limits up to date; part of `npm run fix`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { saysTheSame, withTable } from '../law/limits-table.ts'
import { drawings, placeFor, withDrawing } from './drawings.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

for (const drawing of await drawings(root)) {
  const file = join(root, 'modules', drawing.module, 'README.md')
  const before = existsSync(file) ? readFileSync(file, 'utf8') : `# ${drawing.module}\n`
  const after = withDrawing(before, drawing) ?? `${before.trimEnd()}\n\n## ${drawing.title}\n\n${placeFor(drawing)}\n`
  if (after !== before) {
    writeFileSync(file, after)
    console.log(`modules/${drawing.module}/README.md: ${drawing.title}`)
  }
}

const page = join(root, 'docs', 'law', 'limits.md')
const before = readFileSync(page, 'utf8')
const after = withTable(before)
if (after !== null && !saysTheSame(after, before)) {
  writeFileSync(page, after)
  console.log('docs/law/limits.md')
}
