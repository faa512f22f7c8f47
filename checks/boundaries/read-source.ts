/** What a source file imports, and which names from outside it uses, read by a real parser. */
import { parseSync, visitorKeys } from 'oxc-parser'

export interface Import {
  readonly specifier: string
  readonly line: number
  /** Nothing of it is left when the types are stripped. */
  readonly typeOnly: boolean
}

export interface Source {
  readonly imports: readonly Import[]
  /** Every name that is read, `Math.random` with its member. */
  readonly names: readonly { readonly name: string; readonly line: number }[]
  /** The texts in quotes and templates, where SQL stands. */
  readonly texts: readonly { readonly text: string; readonly line: number }[]
}

interface Node {
  readonly type: string
  readonly start: number
  readonly [member: string]: unknown
}

/** Throws where the file does not parse: that is no verdict on its imports. */
export function readSource(path: string, text: string): Source {
  const parsed = parseSync(path.endsWith('.ts') || path.endsWith('.tsx') ? path : `${path}.js`, text, { sourceType: 'module' })
  const wrong = parsed.errors[0]
  if (wrong) throw new SyntaxError(`${path}: ${wrong.message}`)
  const lineOf = lines(text)
  const imports: Import[] = []
  const names: { name: string; line: number }[] = []
  const texts: { text: string; line: number }[] = []

  for (const one of parsed.module.staticImports)
    imports.push({
      specifier: one.moduleRequest.value,
      line: lineOf(one.start),
      typeOnly: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
    })
  for (const { entries, start } of parsed.module.staticExports) {
    const from = entries.find((entry) => entry.moduleRequest)?.moduleRequest
    if (from) imports.push({ specifier: from.value, line: lineOf(start), typeOnly: entries.every((entry) => entry.isType) })
  }

  visit(parsed.program as unknown as Node, null, '', (node, parent, key) => {
    const line = lineOf(node.start)
    const asked = dynamicRequest(node)
    if (asked) imports.push({ ...asked, line })
    if (node.type === 'Identifier' && !isOnlyALabel(parent, key)) names.push({ name: nameWithMember(node, parent, key), line })
    if (node.type === 'Literal' && typeof node.value === 'string') texts.push({ text: node.value, line })
    if (node.type === 'TemplateElement') texts.push({ text: (node.value as { raw: string }).raw, line })
  })
  return { imports, names, texts }
}

/** `import('…')`, `typeof import('…')`, `require('…')`, and the file a worker is made of: `new URL('./worker.ts', import.meta.url)`. */
function dynamicRequest(node: Node): Omit<Import, 'line'> | null {
  const text = (value: unknown) => ((value as Node | undefined)?.type === 'Literal' ? String((value as Node).value) : null)
  if (node.type === 'TSImportType') return { specifier: text(node.source) ?? '', typeOnly: true }
  if (node.type === 'ImportExpression') return { specifier: text(node.source) ?? '', typeOnly: false }
  const [first] = (node.arguments as Node[] | undefined) ?? []
  const callee = (node.callee as Node | undefined)?.name
  if (node.type === 'CallExpression' && callee === 'require') return { specifier: text(first) ?? '', typeOnly: false }
  const file = node.type === 'NewExpression' && callee === 'URL' ? text(first) : null
  return file && /^\.{1,2}\/.*\.[cm]?[jt]sx?$/.test(file) ? { specifier: file, typeOnly: false } : null
}

/** Whether the name stands for a member or a key and reads nothing. */
function isOnlyALabel(parent: Node | null, key: string): boolean {
  if (!parent) return false
  if (key === 'property' && parent.type === 'MemberExpression') return parent.computed !== true
  if (key === 'right' && parent.type === 'TSQualifiedName') return true
  if (key === 'key') return parent.computed !== true && parent.shorthand !== true
  return key === 'imported' || key === 'exported' || key === 'label'
}

function nameWithMember(node: Node, parent: Node | null, key: string): string {
  const member = key === 'object' && parent?.type === 'MemberExpression' ? (parent.property as Node).name : undefined
  return node.name === 'Math' && typeof member === 'string' ? `Math.${member}` : String(node.name)
}

function visit(node: Node, parent: Node | null, key: string, tell: (node: Node, parent: Node | null, key: string) => void) {
  tell(node, parent, key)
  for (const under of visitorKeys[node.type] ?? []) {
    const child = node[under]
    for (const one of Array.isArray(child) ? child : [child]) if (one) visit(one as Node, node, under, tell)
  }
}

function lines(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
}
