import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runningPostmaster } from './launcher/postmaster.ts'
import { aDataFolder, type Embedded, openForTest } from './testing/data-folder.ts'
import { removeWithServers } from './testing/run-folder.ts'
import { makeWrittenTable, numbersWritten, startWriting } from './testing/writing.ts'

let folder: string
beforeAll(async () => {
  folder = await aDataFolder()
})
afterAll(() => removeWithServers(folder))

// The settings of real work, not those of tests: acknowledged means on the disk.
const open = () => openForTest(folder, { tuning: 'roomy' })

/** kill -9 for the server with all its processes at once, as when a machine's memory runs out. */
function killServer(database: Embedded) {
  const postmaster = runningPostmaster(database.cluster)?.pid ?? 0
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === postmaster)
  for (const pid of [postmaster, ...children.map(Number)]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // ended by itself when its postmaster was gone
    }
  }
}

function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return 0
  }
}

test.skipIf(process.platform !== 'linux')(
  'killed twenty times, half of them with its server, nothing acknowledged is lost',
  async () => {
    const first = await open()
    await makeWrittenTable(first)
    await first.close()
    const acknowledged: number[] = []
    for (let round = 0; round < 20; round++) {
      const writing = await startWriting(folder)
      const enough = 20 + ((round * 37) % 150)
      while (writing.acknowledged.length < enough) await new Promise((resolve) => setTimeout(resolve, 2))
      const watcher = round % 2 === 0 ? null : await open()
      if (watcher) killServer(watcher)
      await writing.kill()
      acknowledged.push(...writing.acknowledged)
      await watcher?.close()
    }
    const last = await open()
    const there = await numbersWritten(last)
    await last.close()
    expect(new Set(acknowledged).size).toBe(acknowledged.length)
    expect(acknowledged.length).toBeGreaterThan(20 * 20)
    expect(acknowledged.filter((n) => !there.has(n))).toEqual([])
  },
)
