import type { SearchRequest } from './request.ts'
import type { Values } from './sql.ts'

/** What a row of a list shows, and what it is searched and counted by. */
const columns =
  'id, application_number, publication_number, right_kind, title, title_norm, applicants, applicants_norm, inventors_norm, numbers, ' +
  'main_ipc, ipc_section, ipc_class, county, holder_kind, status, filed_on, filed_year, sort_on, search_text, bg'

/**
 * The rows that may be seen, to stand behind FROM. The public sees the office's row where it rests on publishable sources
 * alone, and a projection of its own where it does not.
 */
export function sourceSql({ region, projection }: Pick<SearchRequest, 'region' | 'projection'>, values: Values): string {
  const kept = `region_code = ${values.at(region, 'integer')}`
  if (projection === 'office') return `(SELECT ${columns} FROM patents.record WHERE ${kept}) AS record`
  return `(SELECT ${columns} FROM patents.record WHERE ${kept} AND public_form = 'same'
    UNION ALL SELECT ${columns} FROM patents.public_record WHERE ${kept}) AS record`
}

/** The version of the register (台账版本), as SQL; `$1` is the region. */
export const versionSql = 'coalesce((SELECT version FROM patents.data_version WHERE region_code = $1), 0)::text'
