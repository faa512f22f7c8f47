import type { LegalEvent, PatentFields, Priority, Publication, Right } from './fields.ts'
import { rightNames } from './names.ts'

/** A field's value printed for reading: one line for each member of a list. */
export function linesOf(field: keyof PatentFields, value: unknown): string[] {
  if (value === undefined || value === null) return []
  if (field === 'right') return [rightNames[value as Right]]
  if (field === 'publications') return (value as readonly Publication[]).map(({ number, on }) => spaced(number, on))
  if (field === 'priorities')
    return (value as readonly Priority[]).map(({ number, country, on }) =>
      spaced(on, number.startsWith(country ?? '') ? '' : country, number),
    )
  if (field === 'events') return (value as readonly LegalEvent[]).map(({ on, word, text }) => spaced(on, word, text))
  if (field === 'extra')
    return Object.entries(value as Readonly<Record<string, string>>).map(([heading, text]) => `${heading}：${text}`)
  return Array.isArray(value) ? value.map(String) : [String(value)]
}

const spaced = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' ')

const lists: ReadonlySet<keyof PatentFields> = new Set([
  'publications',
  'applicants',
  'holders',
  'inventors',
  'agents',
  'priorities',
  'ipc',
  'locarno',
  'cpc',
  'events',
  'family',
  'references',
])

/** Whether one line is one member of a list. */
export const isList = (field: keyof PatentFields): boolean => lists.has(field)
