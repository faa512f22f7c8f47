import type { Kysely } from 'kysely'
import { done, type Outcome, type Refusal } from '#kernel/outcome'
import type { PlainDate } from '#kernel/time'
import { compareKept } from '#platform/row-sets'
import type { SearchChanges } from '../../contract.ts'
import { clientOf } from '../../store/client.ts'
import { savedSearchBy, savedSearchWire } from '../../store/saved-searches.ts'
import { rowsOf } from '../rows.ts'
import { readFilter } from '../search/index.ts'
import { rowsLookedAt } from './looked-at.ts'

/** How many rows of each kind are told. */
const most = 200

/** A saved search run again: what came, went and changed since its rows were kept. Refuses search-unknown and what the search refuses. */
export async function searchChanges(
  db: Kysely<unknown>,
  { region, person, today }: { readonly region: number; readonly person: string; readonly today: PlainDate },
  id: string,
): Promise<Outcome<SearchChanges, Refusal>> {
  const found = await savedSearchBy(db, region, person, id)
  if (!found.done) return found
  const request = readFilter(found.value.filter, region, 'office')
  if (!request.done) return request
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const changes = await compareKept(tx, region, found.value.rowSet, rowsLookedAt(tx, request.value), most)
      const rows = await rowsOf(clientOf(tx), region, [...changes.entered, ...changes.changed.map((one) => one.id)])
      return done({
        search: savedSearchWire(found.value),
        on: today,
        count: changes.count,
        cameCount: changes.enteredCount,
        wentCount: changes.leftCount,
        changedCount: changes.changedCount,
        came: changes.entered.map((one) => rows.get(one)!),
        went: changes.left.map(({ id: gone, lookedAt }) => ({
          id: gone,
          number: lookedAt.applicationNumber ?? lookedAt.publicationNumber ?? null,
          title: lookedAt.title ?? '',
        })),
        changed: changes.changed.map(({ id: one, changes: differing }) => ({ row: rows.get(one)!, changes: [...differing] })),
      })
    })
}
