import { type PatentFile, type ReadRow, tableFile } from '../patent-file.ts'
import { readRow } from '../read-row.ts'
import { type Recognised, recognise } from '../recognise.ts'
import { rowReasons } from '../words.ts'

// 序号 题名 发明人 申请人 中国专利 申请日 公开日  收藏 公开号; titles may have blanks, persons have none.
const entry = /^\d+\s(.+)\s(\S+)\s(\S+)\s+(?:中国|海外)专利\s+(\S+)\s+(\S+)\s+收藏\s+(\S+)$/u
const hitCount = /^(?:共\s*)?[\d,，]+\s*(?:条|篇)?(?:结果)?$/u
const headings = ['题名', '发明人', '申请人', '申请日', '公开日', '公开号']

/** A list that wraps each line in a table of its own (file name, tab, line) is read by what follows the last tab. */
const unwrapped = (line: string): string => line.slice(line.lastIndexOf('\t') + 1).trim()

/** Whether this is the beginning of CNKI result lists copied as running text. */
export function looksLikeCnkiLines(head: string): boolean {
  return head
    .split(/\r?\n/)
    .slice(0, 50)
    .some((line) => line.length < 5000 && entry.test(unwrapped(line)))
}

/** Reads the lines: `row` is the line of the file; hit counts at page turns, empty lines and a line of headings are no rows. */
export function openCnkiLines(chunks: AsyncGenerator<string>): PatentFile {
  const recognised = recognise(headings)
  if (!recognised.done) throw new Error('CNKI must be one of the layouts')
  return tableFile(recognised.value, rowsOf(recognised.value, chunks), async () => void (await chunks.return(undefined)))
}

async function* rowsOf(recognised: Recognised, chunks: AsyncIterable<string>): AsyncGenerator<ReadRow> {
  let row = 0
  for await (const whole of linesOf(chunks)) {
    row++
    const line = unwrapped(whole)
    if (!line || hitCount.test(line) || /^序号\s+题名/u.test(line) || (row === 1 && whole.includes('\t') && !entry.test(line)))
      continue
    const found = line.length < 5000 && entry.exec(line)
    if (!found) {
      yield { row, reason: rowReasons.notAList, cells: [line.slice(0, 2000)] }
      continue
    }
    const reading = readRow(recognised, found.slice(1))
    yield 'fields' in reading ? { row, fields: reading.fields } : { row, reason: reading.reason, cells: [line] }
  }
}

async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let held = ''
  for await (const chunk of chunks) {
    const lines = (held + chunk).split(/\r?\n/)
    held = lines.pop()!
    yield* lines
    // A line without end is handed on in pieces rather than gathered.
    if (held.length > 1_000_000) {
      yield held
      held = ''
    }
  }
  if (held) yield held
}
