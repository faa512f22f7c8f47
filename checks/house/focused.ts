import { parseSync, Visitor } from 'oxc-parser'
import type { HouseFile } from './read-files.ts'

/** One sentence for each test that is run alone while it is written: committed so, it silences all others of its file. */
export function focusedTests(file: HouseFile): string[] {
  if (!/\.test\.tsx?$/.test(file.path)) return []
  const found: string[] = []
  new Visitor({
    MemberExpression(node) {
      const [object, member] = [node.object, node.property]
      const name = object.type === 'Identifier' ? object.name : ''
      if (['test', 'it', 'describe', 'suite', 'bench'].includes(name) && member.type === 'Identifier' && member.name === 'only')
        found.push(`${file.path}:${file.text.slice(0, node.start).split('\n').length} leaves ${name}.only behind`)
    },
  }).visit(parseSync(file.path, file.text).program)
  return found
}
