/** Every breach of "who may see whom" in a house, each a sentence with file and line. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { circles } from './circles.ts'
import { layers } from './layers.ts'
import { inBrowser, objection } from './may-see.ts'
import { bandOf, placeOf } from './place.ts'
import { impurity } from './purity.ts'
import { foreignTable, readSchemas, wrongForeignKeys } from './schemas.ts'
import { type File, finder, readHouse } from './tree.ts'

export interface Inspection {
  readonly violations: readonly string[]
  /** What was looked at, so that a check that looks at nothing is noticed. */
  readonly files: number
  readonly imports: number
  readonly schemas: number
}

/** @param root the repository, or a planted tree with a package.json of its own */
export function inspectHouse(root: string): Inspection {
  const files = readHouse(root)
  const find = finder(root)
  const schemas = readSchemas(root)
  const violations: string[] = []
  const homes = new Map<string, Set<string>>()

  for (const { place, imports, names, texts } of files) {
    const blame = (line: number, sentence: string | null) => sentence && violations.push(`${place.path}:${line} ${sentence}`)
    for (const one of imports) {
      const target = find(place, one)
      blame(one.line, objection(place, one, target))
      if (target.kind !== 'source' || place.test || inBrowser(place)) continue
      const to = placeOf(target.path)
      if (to.home && place.home && to.home !== place.home && to.top === place.top)
        edgesOf(homes, `${place.top}/${place.home}`).add(`${to.top}/${to.home}`)
    }
    for (const { name, line } of names) blame(line, impurity(place, name))
    for (const { text, line } of texts) blame(line, foreignTable(place, text, schemas))
  }
  for (const schema of schemas)
    for (const { line, sentence } of wrongForeignKeys(schema, schemas)) violations.push(`${schema.path}:${line} ${sentence}`)
  for (const way of circles(homes)) violations.push(`rule 2: no circles, and here is one: ${way}`)
  violations.push(...strangers(root, files))
  const imports = files.reduce((sum, file) => sum + file.imports.length, 0)
  return { violations: [...new Set(violations)].sort(), files: files.length, imports, schemas: schemas.length }
}

function edgesOf(homes: Map<string, Set<string>>, home: string): Set<string> {
  const edges = homes.get(home) ?? new Set()
  homes.set(home, edges)
  return edges
}

/** Modules without a band and folders that are no part of a module. */
function strangers(root: string, files: readonly File[]): string[] {
  const sentences: string[] = []
  const homes = new Set(files.filter((file) => file.place.top === 'modules' && file.place.home).map((file) => file.place.home))
  for (const module of homes) {
    if (!bandOf(module)) sentences.push(`modules/${module} stands in no band: give it one in modules/bands.ts`)
    for (const entry of readdirSync(join(root, 'modules', module), { withFileTypes: true }))
      if (entry.isDirectory() && !Object.hasOwn(layers, entry.name))
        sentences.push(`modules/${module}/${entry.name} is no part of a module: checks/boundaries/layers.ts names them`)
  }
  return sentences
}
