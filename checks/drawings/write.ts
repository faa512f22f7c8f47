/** Brings the drawings in the modules' README files up to date; part of `npm run fix`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
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
