import type { Kysely } from 'kysely'
import { andThen, done, type Outcome } from '#kernel/outcome'
import type { SavedSearch } from '../../contract.ts'
import { savedSearchBy, savedSearches, savedSearchWire } from '../../store/saved-searches.ts'

/** The searches a person saved. */
export async function ownSearches(db: Kysely<unknown>, region: number, person: string): Promise<SavedSearch[]> {
  return (await savedSearches(db, region, person)).map(savedSearchWire)
}

/** One of them. Refuses search-unknown. */
export async function ownSearch(
  db: Kysely<unknown>,
  region: number,
  person: string,
  id: string,
): Promise<Outcome<SavedSearch, { code: 'search-unknown' }>> {
  return andThen(await savedSearchBy(db, region, person, id), (found) => done(savedSearchWire(found)))
}
