import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { anOffice } from '../modules/patents/testing/office.ts'
import { corpus } from './corpus.ts'
import { loadCorpus } from './load-corpus.ts'

/**
 * `npm run bench -- import [ROWS]`: rows a second of an import beside its floor in the same run — the same text tokenised,
 * copied and indexed and nothing else. Printed: both, the ratio (goal ≥ 0.5), the dry run, and the peak memory of this process.
 */
const count = Number(process.argv[2] ?? 100_000)
const rate = (seconds: number) => Math.round(count / seconds)

async function timed(deed: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await deed()
  return (performance.now() - start) / 1000
}

async function writeTable(path: string): Promise<void> {
  const out = createWriteStream(path)
  out.write('\ufeff申请号,申请日,公开（公告）号,公开（公告）日,发明名称,IPC分类号,申请（专利权）人,发明人,摘要\r\n')
  for (const patent of corpus(count)) {
    const cells = [
      patent.applicationNumber,
      patent.filedOn,
      patent.publicationNumber,
      patent.filedOn,
      patent.title,
      patent.classes.join(';'),
      patent.applicants.join(';'),
      patent.inventors.join(';'),
      patent.abstract,
    ]
    if (!out.write(`${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

const folder = mkdtempSync(join(tmpdir(), 'zhizhou-bench-'))
const path = join(folder, 'corpus.csv')
await writeTable(path)

const floorOffice = await anOffice('2026-11-22')
const floor = await timed(() => floorOffice.database.owner.withClient((client) => loadCorpus(client, count)))
await floorOffice.close()

const office = await anOffice('2026-11-22')
const dryRun = await timed(() => office.check(path))
let account: unknown
const taken = await timed(async () => {
  account = (await office.take(path, '2026-11-22')).account
})
const again = await timed(() => office.take(path, '2026-11-22'))
await office.close()
rmSync(folder, { recursive: true, force: true })

const peak = Math.round(process.resourceUsage().maxRSS / 1024)
console.log(`${count} rows of CSV, ${JSON.stringify(account).slice(0, 80)}…`)
console.log(`floor          ${rate(floor)} rows/s`)
console.log(`import         ${rate(taken)} rows/s, ratio to the floor ${(floor / taken).toFixed(2)}`)
console.log(`dry run        ${rate(dryRun)} rows/s`)
console.log(`the same again ${rate(again)} rows/s`)
console.log(`peak memory    ${peak} MB`)
