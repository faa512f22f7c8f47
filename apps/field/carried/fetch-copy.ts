import { applyDifference, packEnds, packNumbers } from '#kernel/packed-list'
import { addressOf, openWire, ProblemError } from '#ui'
import type { PocketRecord } from '../../../modules/patents/screens/field/index.tsx'
import { setClock } from '../clock.ts'
import type { Copy, FieldRoutes } from '../contract.ts'
import { database, forget, hadCopy, keep, kept } from '../kept.ts'
import { noteReach, setState } from '../state.ts'
import { digestOf, fetchBytes } from './bytes.ts'
import { openList, wholeList } from './look-up.ts'

const ask = openWire<FieldRoutes>()

let running: Promise<void> | null = null

/** Brings the copy up to date, once at a time. Troubles are told in the state, not thrown; the copy in use stays until the new one is whole. */
export function fetchCopy(): Promise<void> {
  running ??= locked(bringUpToDate).finally(() => {
    running = null
    setState({ fetching: null })
  })
  return running
}

/** Two windows of the app share one database: one fetches. */
const locked = (deed: () => Promise<void>): Promise<void> =>
  navigator.locks
    ? navigator.locks
        .request('zhizhou-field-copy', { ifAvailable: true }, (lock) => (lock ? deed() : undefined))
        .then(() => undefined)
    : deed()

async function bringUpToDate(): Promise<void> {
  try {
    // A version that went while it was fetched is asked for anew, once.
    for (let tries = 0; ; tries++) {
      const copy = await ask('GET /api/field/copy')
      noteReach(null)
      try {
        await take(copy)
        break
      } catch (error) {
        if (tries > 0 || !(error instanceof ProblemError) || error.problem.code !== 'copy-superseded') throw error
      }
    }
    setState({ trouble: null })
  } catch (error) {
    if (error instanceof ProblemError) noteReach(error.problem)
    setState({ trouble: troubleOf(error) })
  }
}

function troubleOf(error: unknown): string | null {
  if (error instanceof ProblemError)
    return error.problem.code === 'unreachable' || error.problem.code === 'signed-out' ? null : error.problem.sentence
  if ((error as { name?: string }).name === 'QuotaExceededError' || (error as { name?: string }).name === 'AbortError')
    return '手机存储空间不足，台账没有更新，原有台账和未上传的记录不受影响。请清理手机存储空间后，在“我的”中重新获取。'
  if (error instanceof RangeError) return '收到的台账数据不完整，没有采用。请稍后重新获取。'
  throw error
}

async function take(copy: Copy): Promise<void> {
  await setClock(copy.now, copy.demonstrationDay)
  await keep('table', copy.marks)
  await takeList(copy)
  await takeRecords(copy)
  localStorage.setItem(hadCopy, copy.asOf)
}

async function takeList({ list, asOf, madeAt }: Copy): Promise<void> {
  const have = await kept('list')
  const base = { version: list.version, asOf, madeAt }
  if (have?.version === list.version && have.ends) await keep('list', { ...have, ...base })
  else {
    const parts =
      (await differed(list.version)) ??
      (await fetched(list.version, async (numbers) => {
        // The first part alone already answers; ends without a day are for verification.
        if (!have) {
          await keep('list', { ...base, numbers, ends: null })
          await openList()
        }
      }))
    await keep('list', { ...base, ...parts })
  }
  await openList()
}

/** The list made of the one we have and the difference; null where there is none, or what came out is not what it should be. */
async function differed(version: string): Promise<{ numbers: Uint8Array; ends: Uint8Array } | null> {
  const have = wholeList()
  if (!have) return null
  const path = addressOf('GET /api/field/lists/:version/since/:earlier', { params: { version, earlier: have.version } })
  try {
    setState({ fetching: { what: '号码表差异', share: 0 } })
    const list = applyDifference(have.list, await fetchBytes(path))
    const parts = { numbers: packNumbers(list), ends: packEnds(list) }
    return (await digestOf(parts.numbers, parts.ends)) === version ? parts : null
  } catch (error) {
    const gone = error instanceof ProblemError && error.problem.code === 'copy-superseded'
    if (gone || error instanceof RangeError) return null
    throw error
  }
}

async function fetched(
  version: string,
  first: (numbers: Uint8Array) => Promise<void>,
): Promise<{ numbers: Uint8Array; ends: Uint8Array }> {
  setState({ fetching: { what: '号码表', share: 0 } })
  const numbers = await fetchBytes(addressOf('GET /api/field/lists/:version/numbers', { params: { version } }))
  await first(numbers)
  setState({ fetching: { what: '号码表', share: 0.6 } })
  const ends = await fetchBytes(addressOf('GET /api/field/lists/:version/ends', { params: { version } }))
  if ((await digestOf(numbers, ends)) !== version) throw new RangeError('the list is not what its version says')
  return { numbers, ends }
}

/** Fetches the records a piece at a time beside those in use, goes on where it was cut off, and changes over in one go. */
async function takeRecords(copy: Copy): Promise<void> {
  const { records, asOf } = copy
  const have = await kept('records')
  const present = { version: records.version, asOf, count: records.count, left: records.left }
  if (have?.version !== records.version) {
    const begun = await kept('fetching')
    let piece = begun?.copy.records.version === records.version ? begun.pieces : 0
    if (piece === 0) await dropAllBut(have?.version)
    for (; piece < records.pieces; piece++) {
      setState({ fetching: { what: '本州专利', share: piece / records.pieces } })
      const rows = await fetchPiece(records.version, piece)
      const db = await database()
      const tx = db.transaction(['records', 'kept'], 'readwrite')
      for (const row of rows) void tx.objectStore('records').put({ ...row, version: records.version })
      void tx.objectStore('kept').put({ copy, pieces: piece + 1 }, 'fetching')
      await tx.done
    }
  }
  await keep('records', present)
  await forget('fetching')
  await dropAllBut(records.version)
  await openList()
}

async function fetchPiece(version: string, piece: number): Promise<PocketRecord[]> {
  const path = addressOf('GET /api/field/records/:version/:piece', { params: { version, piece: String(piece) } })
  return JSON.parse(new TextDecoder().decode(await fetchBytes(path))) as PocketRecord[]
}

async function dropAllBut(version: string | undefined): Promise<void> {
  const tx = (await database()).transaction('records', 'readwrite')
  const below = version === undefined ? null : [version, '']
  if (below) {
    void tx.store.delete(IDBKeyRange.upperBound(below, true))
    void tx.store.delete(IDBKeyRange.lowerBound([version as string, '\uffff']))
  } else void tx.store.clear()
  await tx.done
}
