import { parseSync, Visitor } from 'oxc-parser'
import { globals, members, styles } from './features.ts'

/** The names of what a built script or style sheet uses that Chromium 88 does not know. Throws where the script does not parse. */
export function newerThan88(file: string, text: string): Set<string> {
  return file.endsWith('.css') ? newerStyles(text) : newerInScript(file, text)
}

function newerStyles(text: string): Set<string> {
  return new Set(styles.filter(({ pattern }) => pattern.test(text)).map(({ name }) => name))
}

function newerInScript(file: string, text: string): Set<string> {
  const found = new Set<string>()
  const parsed = parseSync(file, text)
  if (parsed.errors[0]) throw new SyntaxError(`${file}: ${parsed.errors[0].message}`)
  const styled = (words: string) => {
    for (const name of newerStyles(words)) found.add(name)
  }
  new Visitor({
    MemberExpression(node) {
      const [object, member] = [node.object, node.property]
      const whole =
        object.type === 'Identifier' && member.type === 'Identifier' && !node.computed ? `${object.name}.${member.name}` : ''
      if (isGlobal(whole)) found.add(whole)
    },
    CallExpression({ callee }) {
      const member = callee.type === 'MemberExpression' && !callee.computed ? callee.property : null
      if (member?.type === 'Identifier' && members.some((one) => one.name === member.name)) found.add(`.${member.name}()`)
      if (callee.type === 'Identifier' && isGlobal(callee.name)) found.add(callee.name)
    },
    NewExpression(node) {
      if (node.callee.type === 'Identifier' && isGlobal(node.callee.name)) found.add(node.callee.name)
    },
    // Syntax is Vite's to lower (build.target chrome88); these would be left by a target too high.
    StaticBlock() {
      found.add('static blocks in classes')
    },
    PropertyDefinition(node) {
      if (node.key.type === 'PrivateIdentifier' && node.static) found.add('static private fields')
    },
    Literal(node) {
      if (typeof node.value === 'string') styled(node.value)
      if ('regex' in node && node.regex && /[dv]/.test(node.regex.flags))
        found.add(`the flags ${node.regex.flags} of a regular expression`)
    },
    TemplateElement(node) {
      styled(node.value.raw)
    },
  }).visit(parsed.program)
  return found
}

const isGlobal = (name: string) => globals.some((one) => one.name === name)
