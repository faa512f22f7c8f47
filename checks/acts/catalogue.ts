/** What must be true of the acts, their permissions and their sentences (业务动作、权限、提示语). */
import type { Written, WrittenAct } from './read-acts.ts'

export interface Catalogue {
  readonly acts: readonly { readonly word: string; readonly label: string; readonly part: string }[]
  readonly permissions: Readonly<Record<string, readonly string[] | 'everyone'>>
  readonly words: Readonly<Record<string, unknown>>
  readonly roles: readonly string[]
}

/** One sentence for each act without an audit word, a label, a permission or a place in the catalogue. */
export function objectionsToActs(written: readonly WrittenAct[], { acts, permissions }: Catalogue): string[] {
  const listed = acts.map((act) => act.word)
  const said = new Map<string, string>()
  const wrong = written.flatMap(({ at, word, label }) => {
    if (word === null || !/^[a-z-]+(\.[a-z-]+)+$/.test(word))
      return [`${at} an act has an audit word such as 'cases.open', written out`]
    if (!label) return [`${at} ${word} has no label: what the office calls it`]
    const module = /^modules\/([^/]+)\//.exec(at)?.[1]
    if (module && !word.startsWith(`${module}.`)) return [`${at} ${word} belongs to ${module}, and its word begins so`]
    if (said.has(word)) return [`${at} ${word} is the word of ${said.get(word)} too`]
    said.set(word, at)
    if (!listed.includes(word)) return [`${at} ${word} is not in the catalogue of apps/server`]
    return Object.hasOwn(permissions, word) ? [] : [`${at} ${word} has no permission: who may? (nobody by hand: an empty list)`]
  })
  const unspoken = acts.filter((act) => ![act.label, act.part].every((text) => /^[^\w]*\p{Script=Han}/u.test(text)))
  const unwritten = listed.filter((word) => !written.some((act) => act.word === word))
  return [
    ...wrong,
    ...unspoken.map((act) => `${act.word} has no label or part in the office's words`),
    ...unwritten.map((word) => `the catalogue lists ${word}, which no act has`),
  ]
}

/** One sentence for each permission that nothing asks for, and each role that is none. */
export function objectionsToPermissions({ acts, permissions, roles }: Catalogue, texts: ReadonlySet<string>): string[] {
  return Object.entries(permissions).flatMap(([word, holders]) => {
    if (!acts.some((act) => act.word === word) && !texts.has(word)) return [`nothing asks for the permission ${word}`]
    const unknown = holders === 'everyone' ? undefined : holders.find((role) => !roles.includes(role))
    return unknown ? [`${word} is permitted to ${unknown}, which is no role`] : []
  })
}

/** One sentence for each refusal that has no sentence. */
export function refusalsWithoutWords(written: readonly Written['refusals'][number][], { words }: Catalogue): string[] {
  return written
    .filter(({ code }) => !Object.hasOwn(words, code))
    .map(({ at, code }) => `${at} refuses with ${code}, which has no sentence`)
}
