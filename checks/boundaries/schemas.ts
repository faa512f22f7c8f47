/** Rule 5: each module owns one PostgreSQL schema. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bandOf, type Place } from './place.ts'

export interface Schema {
  readonly name: string
  /** The module that owns it; null for the platform's own. */
  readonly module: string | null
  readonly path: string
  readonly text: string
  /** What its owner publishes for others to read. */
  readonly views: ReadonlySet<string>
}

/** The schemas as database/schema has them, one file each. */
export function readSchemas(root: string): Schema[] {
  const folder = join(root, 'database', 'schema')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8')
      const name = file.slice(0, -4)
      const module = name.replaceAll('_', '-')
      const views = [...text.matchAll(/CREATE (?:OR REPLACE )?(?:MATERIALIZED )?VIEW ([a-z_]+\.[a-z_0-9]+)/gi)]
      return {
        name,
        module: bandOf(module) && module,
        path: `database/schema/${file}`,
        text,
        views: new Set(views.map((view) => view[1]!)),
      }
    })
}

const order = ['commons', 'registers', 'desks', 'overview']

/** Foreign keys that do not point down the bands: their line and the sentence against them. */
export function wrongForeignKeys(schema: Schema, all: readonly Schema[]): { line: number; sentence: string }[] {
  const wrong: { line: number; sentence: string }[] = []
  for (const found of schema.text.matchAll(/REFERENCES ([a-z_]+)\./gi)) {
    const to = all.find((one) => one.name === found[1])
    if (!to || to.name === schema.name || mayPoint(schema.module, to.module)) continue
    const line = schema.text.slice(0, found.index).split('\n').length
    wrong.push({ line, sentence: `rule 5: foreign keys point down the bands; ${schema.name} does not point to ${to.name}` })
  }
  return wrong
}

function mayPoint(from: string | null, to: string | null): boolean {
  if (!to) return true
  if (!from) return false
  const [above, below] = [order.indexOf(bandOf(from)!), order.indexOf(bandOf(to)!)]
  return below < above || (below === above && bandOf(from) !== 'desks')
}

/** The sentence against a text of SQL that reaches into another module's tables; null where it may stand. Views that the owner publishes are for all. */
export function foreignTable(place: Place, text: string, all: readonly Schema[]): string | null {
  if (place.top !== 'modules' || place.test) return null
  for (const [, word, name, table] of text.matchAll(
    /\b(from|join|into|update|table|only|exists|references)\s+([a-z_]+)\.([a-z_0-9]+)/gi,
  )) {
    const owner = all.find((schema) => schema.name === name)
    if (!owner?.module || owner.module === place.home || owner.views.has(`${name}.${table}`)) continue
    return `rule 5: ${name}.${table} belongs to ${owner.module}; others ask its door or read a view it publishes (${word} ${name}.${table})`
  }
  return null
}
