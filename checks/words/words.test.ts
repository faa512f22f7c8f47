/** The words of the screens: Chinese and English name the same facts, and none is left over. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sources = ['apps', 'modules', 'ui'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.ts$/.test(path))
    .map((path) => join(root, folder, path)),
)
const parts = sources.filter((path) => path.endsWith('/zh.ts'))

/** `{{fact}}` of a sentence, in one order. */
const facts = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

/** Keys that stand in the source as they are, or are put together there: `status.${status}`. */
function usedIn(text: string, keys: readonly string[]): Set<string> {
  const starts = [...text.matchAll(/`([\w.-]*)\$\{[^`]+?\}(\.[\w.-]+)?`/g)]
  return new Set(
    keys.filter(
      (key) =>
        text.includes(`'${key}'`) ||
        starts.some(([, start = '', end = '']) => (start || end) && key.startsWith(start) && key.endsWith(end)),
    ),
  )
}

test.each(parts.map((path) => [path.slice(root.length), path]))(
  '%s: two languages, one set of facts, no word left over',
  async (_, path) => {
    const { default: zh } = (await import(path)) as { default: Record<string, string> }
    const { default: en } = (await import(join(dirname(path), 'en.ts'))) as { default: Record<string, string> }
    const keys = Object.keys(zh)
    expect(keys.filter((key) => String(facts(zh[key]!)) !== String(facts(en[key] ?? '')))).toEqual([])
    const around = path.includes('/modules/') ? path.slice(0, path.indexOf('/screens/')) : dirname(path)
    const text = sources
      .filter((file) => file.startsWith(around) && !/\/(zh|en)\.ts$/.test(file))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
    const used = usedIn(text, keys)
    expect(keys.filter((key) => !used.has(key))).toEqual([])
  },
)

test('a word nobody says and a fact nobody names are found', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a source, not a sentence
  expect([...usedIn("say('a.b') + say(`c.${d}.title`)", ['a.b', 'a.c', 'c.x.title', 'c.x.text'])]).toEqual(['a.b', 'c.x.title'])
  expect(facts('{{b}} of {{a}}')).toEqual(['a', 'b'])
})
