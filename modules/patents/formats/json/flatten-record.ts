import type { LegalEvent } from '../../rules/fields.ts'
import { readDay, tidy } from '../values.ts'

export type JsonRecord = Readonly<Record<string, unknown>>

/** One record out of its text; null where it is no object, or nested beyond all measure. */
export function parseRecord(text: string): JsonRecord | null {
  if (tooDeep(text)) return null
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Brackets within strings count too: no patent has so many. */
function tooDeep(text: string): boolean {
  let depth = 0
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1
    if (depth > 500) return true
  }
  return false
}

/** Each value as the text of a cell: lists joined by `␟`, also those that stand as JSON within a string (`"[\"…\"]"`). */
export const cellOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return fromNestedList(value) ?? value
  if (typeof value !== 'object') return String(value)
  if (!Array.isArray(value)) return JSON.stringify(value)
  return value.map((one) => (typeof one === 'object' && one !== null ? JSON.stringify(one) : String(one ?? ''))).join('␟')
}

function fromNestedList(text: string): string | null {
  const plain = text.trim()
  if (!plain.startsWith('[') || !plain.endsWith(']')) return null
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? cellOf(value) : null
  } catch {
    return null
  }
}

/** 企查查's history of a patent's legal status. An entry with a day that does not exist keeps its word. */
export function eventsOf(record: JsonRecord): LegalEvent[] {
  const history = record.PatentLegalHistory
  if (!Array.isArray(history)) return []
  return history.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return []
    const { Desc, LegalStatus, LegalStatusDate } = entry as JsonRecord
    const word = tidy(cellOf(Desc)) || tidy(cellOf(LegalStatus))
    const on = readDay(tidy(cellOf(LegalStatusDate)))
    return word ? [{ ...(on ? { on } : {}), word }] : []
  })
}
