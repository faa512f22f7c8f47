import type { Kysely } from 'kysely'
import type { RowLookedAt } from '#platform/row-sets'
import { rightNames, statusNames } from '../../rules/names.ts'
import { nameSeparator } from '../../rules/project.ts'
import { clientOf } from '../../store/client.ts'
import { countyName } from '../filter-words.ts'
import { rowsOf } from '../rows.ts'
import { matchingIds, type SearchRequest, searchWire } from '../search/index.ts'

/** Rows read at a time. */
const bundle = 1000

/**
 * The rows that a search finds with what a list shows of each, printed as a person reads it: what saved searches keep and compare.
 * Within the transaction of `db`; stops behind `most` rows.
 */
export async function* rowsLookedAt(
  db: Kysely<unknown>,
  request: SearchRequest,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<RowLookedAt> {
  let ids: string[] = []
  let seen = 0
  for await (const id of matchingIds(searchWire(db), request)) {
    if (++seen > most) break
    if (ids.push(id) < bundle) continue
    yield* lookAt(db, request.region, ids)
    ids = []
  }
  yield* lookAt(db, request.region, ids)
}

async function* lookAt(db: Kysely<unknown>, region: number, ids: readonly string[]): AsyncGenerator<RowLookedAt> {
  for (const row of (await rowsOf(clientOf(db), region, ids)).values()) {
    yield {
      id: row.id,
      lookedAt: {
        title: row.title,
        applicationNumber: row.applicationNumber,
        publicationNumber: row.publicationNumber,
        right: row.right === null ? null : rightNames[row.right],
        applicants: row.applicants.join(nameSeparator) || null,
        filedOn: row.filedOn,
        status: statusNames[row.status],
        county: countyName(region, row.county === null ? null : Number(row.county)),
        mainIpc: row.mainIpc,
      },
    }
  }
}
