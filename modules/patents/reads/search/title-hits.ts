import type { Query } from '#kernel/words'
import { conditionOf } from './conditions.ts'
import type { Values } from './sql.ts'

/**
 * The query of the title hits (标题命中): what is looked for anywhere is looked for in the title, all else stays.
 * Null where nothing is looked for anywhere, so that all rows would be alike.
 */
export function titleForm(query: Query): Query | null {
  let changed = false
  const inTitle = (part: Query): Query => {
    if (part.is === 'and' || part.is === 'or') return { is: part.is, of: part.of.map(inTitle) }
    if (part.is !== 'text' || part.field !== null) return part
    changed = true
    return { ...part, field: 'title' }
  }
  const asked = inTitle(query)
  return changed ? asked : null
}

/** SQL that tells title hits among rows that fit the query; it looks only at what stands in the row itself wherever it can. */
export function isTitleHit(query: Query, values: Values): string {
  if (query.is === 'text' && query.field === null) return `strpos(title_norm, ${values.at(query.text, 'text')}) > 0`
  // Every part of AND holds already; of OR it is not known which.
  if (query.is === 'and') {
    const parts = query.of.filter((part) => titleForm(part) !== null).map((part) => `(${isTitleHit(part, values)})`)
    return parts.length ? parts.join(' AND ') : 'true'
  }
  if (query.is === 'or')
    return query.of
      .map((part) => `(${titleForm(part) ? titlePart(part, values) : conditionOf(part, values).whole()})`)
      .join(' OR ')
  return 'true'
}

/** Beneath OR the parts of AND are to be looked at in full. */
function titlePart(part: Query, values: Values): string {
  return part.is === 'text' ? isTitleHit(part, values) : conditionOf(titleForm(part)!, values).whole()
}
