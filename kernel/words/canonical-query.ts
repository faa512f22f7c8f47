import type { Draft, Query, QueryField, Term } from './query.ts'

/**
 * A query in its simplest form: NOT moved to the single terms, joints within like joints opened, what is said twice said once,
 * parts in a fixed order. So two ways of writing the same query are mostly equal.
 */
export function simplest(draft: Draft, wanted = true): Query {
  if (draft.is === 'not') return simplest(draft.of, !wanted)
  if (!isJoint(draft)) return wanted ? draft : { is: 'not', of: draft }
  // 非(甲且乙) = 非甲 或 非乙
  const is = (draft.is === 'and') === wanted ? 'and' : 'or'
  const parts = new Map<string, Query>()
  for (const part of draft.of) {
    const simple = simplest(part, wanted)
    for (const one of simple.is === is ? simple.of : [simple]) parts.set(sortKey(one), one)
  }
  const of = [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part)
  return of.length === 1 ? of[0]! : { is, of }
}

const isJoint = (draft: Draft): draft is Extract<Draft, { is: 'and' | 'or' }> => draft.is === 'and' || draft.is === 'or'

/** Total order over queries; equal keys are equal queries. */
function sortKey(query: Query): string {
  if (query.is === 'not') return `~${JSON.stringify(query.of)}`
  return JSON.stringify(query)
}

/**
 * The query written out (规范检索式): the key of caches and saved searches, and readable. Read again it gives the same query.
 * Fields stand by their first prefix.
 */
export function canonicalQuery(query: Query, fields: readonly QueryField[]): string {
  if (query.is === 'and')
    return query.of
      .map((part) => (part.is === 'or' ? `(${canonicalQuery(part, fields)})` : canonicalQuery(part, fields)))
      .join(' AND ')
  if (query.is === 'or') return query.of.map((part) => canonicalQuery(part, fields)).join(' OR ')
  if (query.is === 'not') return `NOT ${written(query.of, fields)}`
  return written(query, fields)
}

function written(term: Term, fields: readonly QueryField[]): string {
  const prefix = term.field === null ? '' : `${fields.find(({ name }) => name === term.field)!.prefixes[0]}:`
  if (term.is === 'class') return prefix + term.class
  // A number without quotes is read as a number again, a text within quotes never.
  if (term.is === 'number') return prefix + term.text
  return `${prefix}"${term.text.replaceAll('"', '""')}"`
}
