import { type Query, searchForm, type Term } from '#kernel/words'
import { numberLexeme } from '../../../rules/search-columns.ts'
import type { TestRecord } from './write-records.ts'

/** Whether a record fits a query, found out without any index: the oracle of the search tests. */
export function fits(record: TestRecord, query: Query): boolean {
  if (query.is === 'and') return query.of.every((part) => fits(record, part))
  if (query.is === 'or') return query.of.some((part) => fits(record, part))
  if (query.is === 'not') return !holds(record, query.of)
  return holds(record, query)
}

function holds(record: TestRecord, term: Term): boolean {
  const numbers = [record.applicationNumber, record.publicationNumber].filter((number) => number !== undefined)
  if (term.is === 'class') return (record.classes ?? []).some((code) => below(code, term.class))
  if (term.is === 'number' && numbers.some((number) => numberLexeme(number) === numberLexeme(term.number))) return true
  const fields: Record<string, readonly string[]> = {
    title: [record.title],
    applicants: record.applicants ?? [],
    inventors: record.inventors ?? [],
    abstract: [record.abstract ?? ''],
    number: numbers,
  }
  const looked = term.field === null ? Object.values(fields).flat() : fields[term.field]!
  return looked.some((text) => searchForm(text).includes(term.text))
}

/** `E01B 3/32` stands below E, E01, E01B, E01B3 and itself, but not below E01B3/3. */
function below(code: string, wanted: string): boolean {
  const plain = code.replace(' ', '')
  return wanted.length <= 4 ? plain.startsWith(wanted) : plain === wanted || plain.split('/')[0] === wanted
}

/** Whether the title alone holds what is looked for anywhere. */
export function isHit(record: TestRecord, query: Query): boolean {
  if (query.is === 'and') return query.of.every((part) => isHit(record, part))
  if (query.is === 'or') return query.of.some((part) => isHit(record, part))
  if (query.is === 'text' && query.field === null) return searchForm(record.title).includes(query.text)
  return fits(record, query)
}
