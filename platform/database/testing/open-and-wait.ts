import { openDatabase } from '../open.ts'

// Opens a data folder, says what came of it on one line, and leaves when its standard input ends.
const [dataDir, programs] = process.argv.slice(2) as [string, string | undefined]

const opened = await openDatabase({ dataDir, programs: programs || undefined, tuning: 'small' })
const said = opened.done ? { started: opened.value.started } : { refusal: opened.refusal }
process.stdout.write(`${JSON.stringify(said)}\n`)
if (opened.done) {
  for await (const _ of process.stdin);
  await opened.value.close()
}
