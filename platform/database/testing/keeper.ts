import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '../open.ts'
import { databaseSentence } from '../words.ts'
import { isOver, sweep } from './run-folder.ts'

// Keeps the cluster of one test run, where it has one, and removes everything of the run when that is over.
const [folder, root, born, programs] = process.argv.slice(2) as [string, string, string, string]

if (programs !== 'none') await keepCluster()
await sweep()
while (!isOver(Number(root), born) && existsSync(folder)) await pause(200)
await sweep()
process.exit(0)

async function keepCluster() {
  const opened = await openDatabase({ dataDir: folder, programs: programs || undefined, tuning: 'small' })
  const state = opened.done
    ? { version: opened.value.version, app: opened.value.app, owner: opened.value.owner }
    : { failure: databaseSentence(opened.refusal, 'en') }
  writeFileSync(join(folder, 'ready.json.new'), JSON.stringify(state), { mode: 0o600 })
  renameSync(join(folder, 'ready.json.new'), join(folder, 'ready.json'))
}
