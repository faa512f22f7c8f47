import { openSheets } from '../index.ts'

// Run by itself with a small heap: reads a file to its end and prints what it met and how much memory that took.
const opened = await openSheets(process.argv[2]!, { limits: { heapMegabytes: 40 } })
if (!opened.done) throw new Error(opened.refusal.code)
let rows = 0
let characters = 0
for await (const sheet of opened.value.sheets) {
  for await (const row of sheet.rows) {
    rows++
    for (const cell of row.cells) characters += cell.length
  }
}
console.log(JSON.stringify({ rows, characters, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) }))
