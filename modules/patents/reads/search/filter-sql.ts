import { marked, quoteLexeme } from '#kernel/words'
import type { Filters } from './request.ts'
import type { Values } from './sql.ts'

/** The filters as SQL over the columns of `patents.record`, each on its own. */
export function filterSql(filters: Filters, values: Values): string[] {
  const { county, right, status, yearFrom, yearTo, ipc, holderKind } = filters
  const parts: string[] = []
  if (county === null) parts.push('county IS NULL')
  else if (county !== undefined) parts.push(`county = ${values.at(county, 'integer')}`)
  if (right) parts.push(`right_kind = ${values.at(right, 'patents.right_kind')}`)
  if (status) parts.push(`status = ${values.at(status, 'patents.status')}`)
  if (yearFrom !== undefined) parts.push(`filed_year >= ${values.at(yearFrom, 'smallint')}`)
  if (yearTo !== undefined) parts.push(`filed_year <= ${values.at(yearTo, 'smallint')}`)
  if (ipc) parts.push(...classSql(ipc, values))
  if (holderKind) parts.push(`holder_kind = ${values.at(holderKind, 'patents.holder_kind')}`)
  return parts
}

/** Whether a class filter is finer than the columns of section and class. */
export const isFineClass = (ipc: string): boolean => /^\d/.test(ipc) || ipc.length > 3

/** Section and class have columns; below them the main class itself is looked at, led to by the index of lexemes. */
function classSql(ipc: string, values: Values): string[] {
  if (!isFineClass(ipc)) return [`${ipc.length === 1 ? 'ipc_section' : 'ipc_class'} = ${values.at(ipc, 'text')}`]
  const among = `bg @@ ${values.at(quoteLexeme(marked('class', ipc)), 'text')}::tsquery`
  // Locarno classes are among the lexemes only.
  if (/^\d/.test(ipc)) return [among]
  const printed = "replace(main_ipc, ' ', '')"
  if (ipc.includes('/')) return [among, `${printed} = ${values.at(ipc, 'text')}`]
  // A subclass is its first four signs; a group ends before the stroke.
  return [among, `${ipc.length === 4 ? 'left(main_ipc, 4)' : `split_part(${printed}, '/', 1)`} = ${values.at(ipc, 'text')}`]
}
