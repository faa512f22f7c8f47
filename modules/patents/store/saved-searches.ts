import { type Kysely, sql } from 'kysely'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { SavedSearch, SearchFilter } from '../contract.ts'

/** A search somebody saved, with the rows it is compared with. */
export interface KeptSearch {
  readonly id: string
  readonly name: string
  readonly filter: SearchFilter
  readonly rowSet: string
  readonly keptAt: Date
  readonly keptCount: number
  /** Place of the last trail entry about it. */
  readonly version: number
}

/** The searches of a person, in the order of their making; with `id` that one alone. */
export async function savedSearches(db: Kysely<unknown>, region: number, person: string, id?: string): Promise<KeptSearch[]> {
  const { rows } = await sql<KeptSearch>`
    select s.id, s.name, s.filter, s.row_set_id as "rowSet", r.kept_at as "keptAt", r.row_count as "keptCount",
           coalesce((select max(n) from trail.entry e
                     where e.region_code = s.region_code and e.subject_kind = 'saved-search' and e.subject_id = s.id::text), 0) as version
    from patents.saved_search s
    join platform.row_set r on r.region_code = s.region_code and r.id = s.row_set_id
    where s.region_code = ${region} and s.person_id = ${person} and s.deleted_at is null
      and (${id ?? null}::text is null or s.id::text = ${id ?? null})
    order by s.id`.execute(db)
  return rows
}

/** One search of a person. Refuses search-unknown, for other people's searches too. */
export async function savedSearchBy(
  db: Kysely<unknown>,
  region: number,
  person: string,
  id: string,
): Promise<Outcome<KeptSearch, { code: 'search-unknown' }>> {
  const [found] = await savedSearches(db, region, person, id)
  return found ? done(found) : refuse({ code: 'search-unknown' })
}

/** A saved search as the wire tells it. */
export const savedSearchWire = ({ id, name, filter, keptAt, keptCount, version }: KeptSearch): SavedSearch => ({
  id,
  version: String(version),
  name,
  filter: filter as SavedSearch['filter'],
  keptAt: keptAt.toISOString(),
  keptCount,
})
