/** Acts, refusals and permission words as they stand in the sources, read by a real parser. */
import { type Expression, type ObjectExpression, parseSync, Visitor } from 'oxc-parser'
import type { HouseFile } from '../house/read-files.ts'

export interface WrittenAct {
  readonly at: string
  /** Null where it is no plain text, or absent. */
  readonly word: string | null
  readonly label: string | null
}

export interface Written {
  readonly acts: readonly WrittenAct[]
  /** `refuse({ code: '…' })` */
  readonly refusals: readonly { readonly at: string; readonly code: string }[]
  /** Every text in quotes. */
  readonly texts: ReadonlySet<string>
}

export function readActs(file: HouseFile): Written {
  const acts: WrittenAct[] = []
  const refusals: { at: string; code: string }[] = []
  const texts = new Set<string>()
  const at = (start: number) => `${file.path}:${file.text.slice(0, start).split('\n').length}`
  new Visitor({
    CallExpression(node) {
      const name = node.callee.type === 'Identifier' ? node.callee.name : ''
      const [first] = node.arguments
      if (first?.type !== 'ObjectExpression') return
      if (name === 'defineAct') acts.push({ at: at(node.start), word: textOf(first, 'word'), label: textOf(first, 'label') })
      if (name === 'refuse') for (const code of codes(first)) refusals.push({ at: at(node.start), code })
    },
    Literal(node) {
      if (typeof node.value === 'string') texts.add(node.value)
    },
  }).visit(parseSync(file.path, file.text).program)
  return { acts, refusals, texts }
}

function memberOf(object: ObjectExpression, key: string): Expression | null {
  for (const property of object.properties)
    if (property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === key) return property.value
  return null
}

function textOf(object: ObjectExpression, key: string): string | null {
  const value = memberOf(object, key)
  return value?.type === 'Literal' && typeof value.value === 'string' ? value.value : null
}

/** The codes of a refusal: one text, or one of two. */
function codes(object: ObjectExpression): string[] {
  const value = memberOf(object, 'code')
  const choices = value?.type === 'ConditionalExpression' ? [value.consequent, value.alternate] : [value]
  return choices.flatMap((choice) => (choice?.type === 'Literal' && typeof choice.value === 'string' ? [choice.value] : []))
}
