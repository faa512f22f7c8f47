import { plainDate } from '#kernel/time'
import type { Account, Headings } from '../store/imports.ts'
import { Trial } from '../store/trial.ts'
import type { ImportWires } from './import-wires.ts'
import { batchesOf, lostSoFar, openPatentFile } from './walk-file.ts'

export type Checked =
  | { readonly account: Account; readonly headings: Headings; readonly failure: null }
  | { readonly account: null; readonly failure: string }

/**
 * 预检: goes through a stored file and says what an import would do, writing nothing to the register.
 * Answers with the account and the layout, or with the sentence why the file is refused as a whole.
 */
export async function checkFile(
  wires: ImportWires,
  region: number,
  file: { readonly path: string; readonly name: string },
): Promise<Checked> {
  const opened = await openPatentFile(file.path, file.name)
  if (!opened.done) return { account: null, failure: opened.refusal.sentence }
  const { format, rank, publishable, unknownHeadings, missingHeadings, headings, matched } = opened.value
  return wires.wire.withClient(async (client) => {
    const trial = new Trial(client, {
      region,
      importId: '00000000-0000-0000-0000-000000000000',
      format,
      rank,
      publishable,
      day: plainDate('9999-12-31'),
    })
    const sums = { new: 0, changed: 0, same: 0, refused: 0 }
    const refusedRows: { row: number; reason: string }[] = []
    let remark: ReturnType<typeof lostSoFar> = {}
    try {
      for await (const batch of batchesOf(opened.value)) {
        const counts = await trial.take(batch.taken)
        sums.new += counts.new
        sums.changed += counts.changed
        sums.same += counts.same
        sums.refused += batch.refused.length
        remark = lostSoFar(remark.lost, batch)
        for (const { row, reason } of batch.refused) if (refusedRows.length < 100) refusedRows.push({ row, reason })
        wires.onProgress?.(batch.last)
      }
    } finally {
      trial.close()
    }
    const read = sums.new + sums.changed + sums.same + sums.refused
    const account = { format, read, ...sums, unknownHeadings, missingHeadings, refusedRows, ...remark }
    return { account, headings: { printed: headings, matched }, failure: null }
  })
}
