import { unpackEnds, unpackNumbers } from '#kernel/packed-list'
import { plainDate } from '#kernel/time'
import { carriedEntry, type MarkRegister, type PocketRecord, recordEntry } from '../../../modules/patents/screens/field/index.tsx'
import { database, type KeptList, kept } from '../kept.ts'
import { setState } from '../state.ts'

type Carried = Parameters<typeof carriedEntry>[0]

let carried: { readonly version: string; readonly withEnds: boolean; readonly list: Carried } | null = null

/** Opens the kept list in memory. A list whose second part is broken is used without it. */
export async function openList(): Promise<void> {
  const list = await kept('list')
  carried = list ? { version: list.version, ...unpacked(list) } : null
  const records = (await kept('records')) ?? null
  setState({
    list: list ? { asOf: list.asOf, madeAt: list.madeAt, version: list.version } : null,
    withEnds: carried?.withEnds ?? false,
    records,
  })
}

function unpacked(list: KeptList): { withEnds: boolean; list: Carried } {
  const numbers = unpackNumbers(list.numbers)
  const asOf = plainDate(list.asOf)
  if (list.ends) {
    try {
      return { withEnds: true, list: { list: unpackEnds(numbers, list.ends), withEnds: true, asOf } }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
    }
  }
  return { withEnds: false, list: { list: numbers, withEnds: false, asOf } }
}

/** What the phone knows of these keys: the prefecture's own rights whole, every other number by the list. */
export async function registerFor(keys: readonly string[]): Promise<MarkRegister> {
  const whole = new Map<string, PocketRecord>()
  const records = await kept('records')
  if (records)
    for (const key of keys) {
      const found = await recordOf(records.version, key)
      if (found) whole.set(key, found)
    }
  return (key) => {
    const record = whole.get(key)
    if (record) return recordEntry(record)
    return carried && /^\d+$/.test(key) ? carriedEntry(carried.list, key) : null
  }
}

async function recordOf(version: string, key: string): Promise<PocketRecord | undefined> {
  const db = await database()
  return key.startsWith('CN') ? db.getFromIndex('records', 'publication', [version, key]) : db.get('records', [version, key])
}

/** The list in memory, for the difference to be applied to; null where there is none with both parts. */
export const wholeList = () => (carried?.withEnds ? { version: carried.version, list: carried.list.list } : null)
