import en from './en.ts'
import zh, { type PortalWords } from './zh.ts'

/** How a visitor wants to see the portal: the language of its labels, and 长辈版. Kept in two cookies that say nothing else. */
export interface View {
  readonly language: 'zh' | 'en'
  readonly large: boolean
}

/** A label of the portal with its facts put in. */
export type Say = (key: keyof PortalWords, facts?: Readonly<Record<string, string | number>>) => string

const cookieOf = { language: 'portal_language', large: 'portal_large' } as const

/** What the address asks for (`?language=en`, `?large=1`), else what the cookies keep, else Chinese at its usual size. */
export function viewOf(
  query: Readonly<Record<string, string | undefined>>,
  cookies: Readonly<Record<string, string | undefined>>,
): { readonly view: View; readonly keep: readonly { readonly name: string; readonly value: string }[] } {
  const asked = { language: languageOf(query.language), large: largeOf(query.large) }
  const view = {
    language: asked.language ?? languageOf(cookies[cookieOf.language]) ?? 'zh',
    large: asked.large ?? largeOf(cookies[cookieOf.large]) ?? false,
  } as const
  const keep = [
    ...(asked.language === null ? [] : [{ name: cookieOf.language, value: asked.language }]),
    ...(asked.large === null ? [] : [{ name: cookieOf.large, value: asked.large ? '1' : '0' }]),
  ]
  return { view, keep }
}

const languageOf = (text: string | undefined): View['language'] | null => (text === 'zh' || text === 'en' ? text : null)
const largeOf = (text: string | undefined): boolean | null => (text === '1' ? true : text === '0' ? false : null)

const tables: Readonly<Record<View['language'], Readonly<Record<keyof PortalWords, string>>>> = { zh, en }

/** The labels of a view. */
export function sayer({ language }: View): Say {
  const table = tables[language]
  return (key, facts) =>
    facts === undefined ? table[key] : table[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name] ?? ''))
}
