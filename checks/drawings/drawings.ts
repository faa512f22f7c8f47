/** The drawings of procedures in the modules' README files (流程图): made from the procedures' own tables. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { draw, type Procedure } from '#kernel/procedure'

type AnyProcedure = Procedure<string, string>

export interface Drawing {
  readonly module: string
  /** The procedure's name in the code, by which the README asks for its drawing. */
  readonly key: string
  readonly title: string
  readonly mermaid: string
}

/** Every procedure that a module's rules export, drawn. Found in the files named *procedure.ts. */
export async function drawings(root: string): Promise<Drawing[]> {
  const found: Drawing[] = []
  for (const path of readdirSync(join(root, 'modules'), { recursive: true, encoding: 'utf8' }).sort()) {
    const [module = '', layer, file = ''] = path.split(/[\\/]/)
    if (layer !== 'rules' || !file.endsWith('procedure.ts')) continue
    const exported: Record<string, unknown> = await import(pathToFileURL(join(root, 'modules', path)).href)
    for (const [key, value] of Object.entries(exported))
      if (isProcedure(value)) found.push({ module, key, title: value.name, mermaid: draw(value) })
  }
  return found
}

function isProcedure(value: unknown): value is AnyProcedure {
  return typeof value === 'object' && value !== null && 'actsByState' in value && 'acts' in value && 'states' in value
}

const opening = (key: string) => `<!-- drawing of ${key}, made by npm run fix -->`
const closing = '<!-- end of the drawing -->'

/** The README with its drawing as it must be now; null where it has no place for it. */
export function withDrawing(readme: string, { key, mermaid }: Drawing): string | null {
  const from = readme.indexOf(opening(key))
  const to = readme.indexOf(closing, from)
  if (from < 0 || to < 0) return null
  return `${readme.slice(0, from)}${placeFor({ key, mermaid })}${readme.slice(to + closing.length)}`
}

/** The place for a drawing in a README, with the drawing. */
export function placeFor({ key, mermaid }: Pick<Drawing, 'key' | 'mermaid'>): string {
  return `${opening(key)}\n\n\`\`\`mermaid\n${mermaid}\n\`\`\`\n\n${closing}`
}
