import { differenceOf } from '#kernel/packed-list'
import type { PlainDate } from '#kernel/time'
import type { Wire } from '#platform/database'
import { keptLists } from './kept-lists.ts'
import { makeCopy, type PocketCopy } from './make-copy.ts'

/** What the phones are served from: the register's copy of today, those before it while somebody still fetches them. */
export interface PocketCopies {
  /** The present copy; made anew where the register or the day is another. */
  readonly present: () => Promise<PocketCopy>
  /** The copy of one of these versions, if it is still there. */
  readonly ofList: (version: string) => PocketCopy | null
  readonly ofRecords: (version: string) => PocketCopy | null
  /** What differs between an earlier list and this copy's; null where the earlier one is no longer kept. */
  readonly since: (copy: PocketCopy, earlier: string) => Promise<Uint8Array | null>
}

export interface PocketWires {
  readonly wire: Pick<Wire<unknown>, 'pool'>
  readonly region: number
  readonly today: () => PlainDate
  /** Where earlier lists are kept. */
  readonly folder: string
}

/** Making copies may take a twentieth of the time, no more: a register of a million changes by the minute on a working day. */
const share = 20

export function pocketCopies({ wire, region, today, folder }: PocketWires): PocketCopies {
  const kept = keptLists(folder)
  const copies: PocketCopy[] = []
  let standing: { readonly of: string; readonly until: number } | undefined
  let making: Promise<PocketCopy> | undefined
  const make = async (of: string, asOf: PlainDate) => {
    const start = performance.now()
    const copy = await makeCopy(wire, region, asOf)
    await kept.keep(copy.listVersion, copy.numbers, copy.ends)
    copies.unshift(copy)
    copies.length = Math.min(copies.length, 2)
    standing = { of, until: performance.now() + (performance.now() - start) * share }
    return copy
  }
  return {
    present: async () => {
      const asOf = today()
      const { rows } = await wire.pool.query<{ version: number }>(
        'select version from patents.data_version where region_code = $1',
        [region],
      )
      const of = `${asOf} ${rows[0]?.version ?? 0}`
      const [copy] = copies
      const fresh = standing && (standing.of === of || performance.now() < standing.until)
      if (copy && copy.asOf === asOf && fresh) return copy
      making ??= make(of, asOf).finally(() => {
        making = undefined
      })
      return making
    },
    ofList: (version) => copies.find((copy) => copy.listVersion === version) ?? null,
    ofRecords: (version) => copies.find((copy) => copy.recordsVersion === version) ?? null,
    since: async (copy, earlier) => {
      const before = await kept.read(earlier)
      return before && differenceOf(before, copy.list)
    },
  }
}
