import { setTimeout } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { ImportProgress, ImportState } from '../../contract.ts'
import { importBy } from '../../store/imports.ts'

const moving: ReadonlySet<ImportState> = new Set(['checking', 'reading', 'undoing'])
const pause = 700
const heartbeat = 15_000

/**
 * How far an import has come, as server-sent events: one when something moved, a comment every quarter of a minute so that no
 * proxy hangs up, and the end when the import rests. `goesOn` is asked between looks.
 */
export async function* importProgress(
  db: Kysely<unknown>,
  region: number,
  id: string,
  goesOn: () => boolean,
): AsyncGenerator<string> {
  let told = ''
  let toldAt = performance.now()
  for (;;) {
    const found = await importBy(db, region, id)
    if (!found.done) return
    const { state, rowsDone, rowsTotal } = found.value
    const event = `data: ${JSON.stringify({ id, state, rowsDone, rowsTotal } satisfies ImportProgress)}\n\n`
    if (event !== told) {
      yield event
      ;[told, toldAt] = [event, performance.now()]
    } else if (performance.now() - toldAt > heartbeat) {
      yield ': \n\n'
      toldAt = performance.now()
    }
    if (!moving.has(state) || !goesOn()) return
    await setTimeout(pause)
  }
}
