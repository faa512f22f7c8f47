import { oneLine } from '../values.ts'

/**
 * What is kept of an XML document: elements by their bare name (no prefix, no hyphens, no `cn-`, lower case), so that both
 * generations of CNIPA's documents read alike: `base:DocNumber` and `doc-number` are both `docnumber`.
 */
export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly content: (XmlNode | string)[]
}

export function bareName(name: string): string {
  return name
    .slice(name.indexOf(':') + 1)
    .toLowerCase()
    .replace(/^cn-/, '')
    .replaceAll('-', '')
}

export const elements = (node: XmlNode): XmlNode[] => node.content.filter((part) => typeof part !== 'string')

/** The elements of that name directly in the node. */
export const children = (node: XmlNode, name: string): XmlNode[] => elements(node).filter((part) => part.name === name)

/** All elements of that name anywhere in the node, in order. */
export function within(node: XmlNode, name: string): XmlNode[] {
  return elements(node).flatMap((part) => (part.name === name ? [part] : within(part, name)))
}

/** The first element at the end of this path; each step looks anywhere below the one before. */
export function find(node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined {
  let at = node
  for (const name of path) at = at && within(at, name)[0]
  return at
}

/** The first element below whose name has this shape. */
export function findLike(node: XmlNode, shape: RegExp): XmlNode | undefined {
  for (const part of elements(node)) {
    const found = shape.test(part.name) ? part : findLike(part, shape)
    if (found) return found
  }
  return undefined
}

/** All its text, blanks run together. */
export function textOf(node: XmlNode | undefined): string {
  return node ? oneLine(joined(node)) : ''
}

function joined(node: XmlNode): string {
  return node.content.map((part) => (typeof part === 'string' ? part : part.name === 'br' ? '\n' : joined(part))).join('')
}
