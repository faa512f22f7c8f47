import { stat } from 'node:fs/promises'
import { done, type Outcome } from '#kernel/outcome'
import type { Answer } from './child/answers.ts'
import { type Reader, startReader } from './child/start-reader.ts'
import { type SettledOptions, type SheetOptions, settle } from './limits.ts'
import { outcomeOf } from './outcome-of.ts'
import { type SheetRefusal, UnreadableSheet } from './refusals.ts'
import type { Sheet, SheetFile, SheetKind, SheetRow, TextEncoding } from './sheet.ts'
import { isGzip, sniff } from './sniff.ts'
import { unpackGzip } from './text/unpack-gzip.ts'

/**
 * Opens a spreadsheet (电子表格) as offices exchange them: .xlsx, legacy .xls, HTML or XML posing as .xls, CSV or TSV in
 * UTF-8, UTF-16 or GB18030, and any of these in gzip. What it is tells its content, not its name. It is parsed row by row
 * in a process of its own, with bounded memory whatever its size (.xls: at most 64 MB, held whole).
 *
 * Refuses with a closed list of reasons (`sheetRefusalSentence` says them). `not-a-sheet` names what the file is instead,
 * so that the caller may go on with another reader; a zip of several files is for `zipEntries`.
 */
export async function openSheets(path: string, options: SheetOptions = {}): Promise<Outcome<SheetFile, SheetRefusal>> {
  const settled = settle(options)
  return outcomeOf(async () => {
    const unpacked = (await isGzip(path)) ? await unpackGzip(path, settled) : null
    const dispose = unpacked?.dispose ?? (async () => {})
    try {
      return done(await openUnpacked(unpacked?.path ?? path, settled, dispose))
    } catch (error) {
      await dispose()
      throw error
    }
  })
}

async function openUnpacked(path: string, settled: SettledOptions, dispose: () => Promise<void>): Promise<SheetFile> {
  const { limits, temporaryFolder } = settled
  const { kind, encoding } = await sniff(path, limits)
  if (kind === 'xml' || kind === 'json' || kind === 'zip' || kind === 'pdf' || kind === 'unknown')
    throw new UnreadableSheet({ code: 'not-a-sheet', kind })
  if (kind === 'xls') {
    const { size } = await stat(path)
    if (size > limits.xlsBytes) throw new UnreadableSheet({ code: 'xls-too-large', bytes: size, limit: limits.xlsBytes })
  }
  const task = { kind, path, encoding, cellLimit: limits.cellText, temporaryFolder }
  const reader = startReader(task, limits)
  try {
    // Asked at once, so that a file that does not open at all is refused here and not in the midst of reading.
    const first = checked(await reader.ask('sheet'))
    return sheetFile(kind, encoding, reader, first, dispose)
  } catch (error) {
    await reader.stop()
    throw error
  }
}

function sheetFile(
  kind: SheetKind,
  encoding: TextEncoding | null,
  reader: Reader,
  first: Answer,
  dispose: () => Promise<void>,
): SheetFile {
  const close = async () => {
    await reader.stop()
    await dispose()
  }
  return { kind, encoding, sheets: walkSheets(reader, first, close), close }
}

async function* walkSheets(reader: Reader, first: Answer, close: () => Promise<void>): AsyncGenerator<Sheet> {
  try {
    for (let answer = first; 'sheet' in answer; answer = checked(await reader.ask('sheet')))
      yield { ...answer.sheet, rows: walkRows(reader) }
  } finally {
    await close()
  }
}

async function* walkRows(reader: Reader): AsyncGenerator<SheetRow> {
  // One batch is read while another is worked on; more are not asked for, so a slow importer holds two.
  let next = reader.ask('rows')
  for (;;) {
    const answer = checked(await next)
    if (!('rows' in answer)) return
    next = reader.ask('rows')
    next.catch(() => {})
    yield* answer.rows
  }
}

function checked(answer: Answer): Answer {
  if ('refusal' in answer) throw new UnreadableSheet(answer.refusal)
  if ('bug' in answer) throw new Error(`the reader stumbled: ${answer.bug}`)
  return answer
}
