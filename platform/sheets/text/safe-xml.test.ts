import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { UnreadableSheet } from '../refusals.ts'
import { readXml, SafeXml } from './safe-xml.ts'

type Heard = string[]

function own(bytes: Buffer, cuts: readonly number[] = []): Heard {
  const heard: Heard = []
  const asked = ['a', 'b', 'r', 'id']
  const xml = new SafeXml({
    open: (name, tag) => heard.push(`<${name} ${asked.map((key) => tag.attribute(key) ?? '').join('|')}`),
    text: (text) => say(heard, text),
    close: (name) => heard.push(`>${name}`),
  })
  let from = 0
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    if (cut > from) xml.push(bytes.subarray(from, cut))
    from = Math.max(from, cut)
  }
  xml.push(bytes.subarray(from))
  xml.end()
  return heard
}

function bySaxes(text: string): Heard {
  const heard: Heard = []
  let depth = 0
  const local = (name: string) => name.split(':').at(-1)!
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth++
    const byLocal = new Map(Object.entries(attributes).map(([key, value]) => [local(key), value]))
    heard.push(`<${local(name)} ${['a', 'b', 'r', 'id'].map((key) => byLocal.get(key) ?? '').join('|')}`)
  })
  // Blanks around the root are of no interest.
  parser.on('text', (content) => depth > 0 && say(heard, content))
  parser.on('cdata', (content) => say(heard, content))
  parser.on('closetag', ({ name }) => {
    depth--
    heard.push(`>${local(name)}`)
  })
  parser.write(text).close()
  return heard
}

/** Text may come in pieces. */
function say(heard: Heard, text: string): void {
  if (text === '') return
  if (heard.at(-1)?.startsWith('"')) heard.push(heard.pop()! + text)
  else heard.push(`"${text}`)
}

const content = fc.string({ unit: fc.constantFrom('a', '中', '😀', ' ', "'", '=', '1'), maxLength: 5 })
const escaped = content.map((text) => text.replaceAll("'", '&apos;'))
const leaf = fc.oneof(
  escaped,
  content.map((text) => `<![CDATA[${text}<&]]>`),
  content.map((text) => `<!--${text}<c>-->`),
  fc.constantFrom('&amp;', '&lt;', '&#20013;', '&#x1F600;', '<?p i?>', '<v/>', '\n'),
)
const attributes = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'r', 'x:id'), { maxLength: 3 })
  .chain((names) => fc.tuple(...names.map((name) => escaped.map((text) => `\n ${name} = "${text}>/"`))))
  .map((list) => list.join(''))
const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc
    .tuple(
      fc.constantFrom('c', 'row', 'x:row', 'worksheet', '行'),
      attributes,
      fc.array(fc.oneof({ maxDepth: 4 }, leaf, tie('node')), { maxLength: 4 }),
    )
    .map(([name, list, inner]) => `<${name}${list}>${inner.join('')}</${name} >`),
}))

const refusal = (text: string) => {
  try {
    own(Buffer.from(text))
  } catch (error) {
    if (error instanceof UnreadableSheet) return error.refusal.code
    throw error
  }
  return null
}

describe('XML of strangers', () => {
  test('says what saxes says, however the bytes are cut', () => {
    fc.assert(
      fc.property(node, fc.array(fc.nat(400)), (root, cuts) => {
        const text = `<?xml version="1.0"?>\n${root}\n`
        expect(own(Buffer.from(text), cuts)).toEqual(bySaxes(text))
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    '<a>',
    '<a></b>',
    '<a/><b/>',
    'x<a/>',
    '<a b></a>',
    '<a b=c></a>',
    '<a>&nbsp;</a>',
    '<a>& b</a>',
    '',
    '<a',
    '<a></a>x',
    '<a><!ELEMENT a></a>',
  ])('%j is malformed', (text) => {
    expect(() => bySaxes(text)).toThrow()
    expect(refusal(text)).toBe('damaged-file')
  })

  test('a document type is refused, so that nothing is fetched or multiplied', () => {
    expect(refusal('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')).toBe('document-type')
    const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')
    expect(refusal(`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]><a>&l9;</a>`)).toBe('document-type')
  })

  test('towers of elements and endless texts are refused', () => {
    expect(refusal('<a>'.repeat(100_000))).toBe('damaged-file')
    expect(refusal(`<a ${Array.from({ length: 1000 }, (_, n) => `a${n}="1"`).join(' ')}/>`)).toBe('damaged-file')
    expect(refusal(`<a>${'x'.repeat(5_000_000)}`)).toBe('endless-text')
    expect(refusal(`<a b="${'x'.repeat(5_000_000)}`)).toBe('endless-text')
  })

  test('an attribute named __proto__ is an attribute', () => {
    expect(own(Buffer.from('<a __proto__="x" constructor="y" a="1"/>'))).toEqual(['<a 1|||', '>a'])
  })

  test('UTF-16 with its mark is read', async () => {
    const texts: string[] = []
    async function* bytes() {
      yield Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><a>中</a>', 'utf16le')
    }
    await readXml(bytes(), { open: () => {}, text: (text) => texts.push(text) })
    expect(texts).toEqual(['中'])
  })
})
