import i18next from 'i18next'
import { useCallback } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { preferences } from './preferences.ts'

/** Key → sentence; `{{fact}}` is filled in. */
export type Words = Readonly<Record<string, string>>

/** Where the words of one part stand, each language loaded when first needed. */
export interface WordSource {
  readonly zh: () => Promise<{ readonly default: Words }>
  readonly en: () => Promise<{ readonly default: Words }>
}

const sources = new Map<string, WordSource>()
const loaded = new Map<string, Promise<void>>()

/** Says where the words of `part` are; they are loaded by `needWords`. */
export function declareWords(part: string, source: WordSource): void {
  sources.set(part, source)
}

/** Starts the words; to be awaited before the first page is drawn. */
export async function startWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: preferences().language,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: {},
  })
}

/** Loads the words of these parts in the present language; a page is drawn only when they are there. */
export async function needWords(...parts: readonly string[]): Promise<void> {
  const language = preferences().language
  await Promise.all(parts.map((part) => load(part, language)))
}

function load(part: string, language: 'zh' | 'en'): Promise<void> {
  const place = `${language}/${part}`
  const there = loaded.get(place)
  if (there) return there
  const source = sources.get(part)
  if (!source) throw new Error(`no words are declared for ${part}`)
  const coming = source[language]()
    .then((file) => void i18next.addResourceBundle(language, part, file.default))
    .catch((cause) => {
      loaded.delete(place)
      throw cause
    })
  loaded.set(place, coming)
  return coming
}

/** Changes the language of everything that stands on the screen. */
export async function changeLanguage(language: 'zh' | 'en'): Promise<void> {
  const parts = [...new Set([...loaded.keys()].map((place) => place.slice(3)))]
  await Promise.all(parts.map((part) => load(part, language)))
  await i18next.changeLanguage(language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

export type Say<W extends Words> = (key: keyof W & string, facts?: Readonly<Record<string, string | number>>) => string

/** The words of one part, for a component: `const say = useWords<typeof zh>('units')`. */
export function useWords<W extends Words>(part: string): Say<W> {
  const { t } = useTranslation(part, { useSuspense: false })
  return useCallback<Say<W>>((key, facts) => (t as unknown as (key: string, facts?: object) => string)(key, facts), [t])
}
