import { connect } from '../launcher/connect.ts'
import { openDatabase } from '../open.ts'

// Writes numbered rows as the product, several at once, and says each number once it is acknowledged, until it is killed.
const [dataDir, programs] = process.argv.slice(2) as [string, string | undefined]

const opened = await openDatabase({ dataDir, programs: programs || undefined })
if (!opened.done) throw new Error(opened.refusal.code)
const first = await connect(opened.value.app)
const { rows } = await first.query('select coalesce(max(n), 0)::int as last from written.line')
let next = rows[0].last

process.stdout.write('ready\n')
const write = async () => {
  const client = await connect(opened.value.app)
  for (;;) {
    const n = ++next
    await client.query('insert into written.line (n, text) values ($1, $2)', [n, `第${n}行`.repeat(20)])
    process.stdout.write(`${n}\n`)
  }
}
// A server that is killed under it is the end of its work.
await Promise.all(Array.from({ length: 4 }, write)).catch(() => process.exit(0))
