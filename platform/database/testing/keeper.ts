import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '../open.ts'
import { databaseSentence } from '../words.ts'
import { isOver, removeWithServers, sweep } from './run-folder.ts'

// Keeps the cluster of one test run: starts it, and removes it when the run is over, however it ended.
const [folder, root, born, programs] = process.argv.slice(2) as [string, string, string, string]

const opened = await openDatabase({ dataDir: folder, programs: programs || undefined, tuning: 'small' })
announce(
  opened.done
    ? { version: opened.value.version, app: opened.value.app, owner: opened.value.owner }
    : { failure: databaseSentence(opened.refusal, 'en') },
)
await sweep()
while (opened.done && !isOver(Number(root), born) && existsSync(folder)) await pause(200)
await removeWithServers(folder)
process.exit(0)

function announce(state: object) {
  writeFileSync(join(folder, 'ready.json.new'), JSON.stringify(state), { mode: 0o600 })
  renameSync(join(folder, 'ready.json.new'), join(folder, 'ready.json'))
}
