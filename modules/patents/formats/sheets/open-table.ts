import { done, type Outcome, refuse } from '#kernel/outcome'
import { type Sheet, type SheetFile, type SheetRow, UnreadableSheet } from '#platform/sheets'
import { type PatentFile, type ReadRow, tableFile } from '../patent-file.ts'
import type { Recognised } from '../recognise.ts'
import type { ReadRefusal } from '../refusals.ts'
import { sources } from '../sources.ts'
import { rowReasons } from '../words.ts'
import { findHeader, longestPreamble } from './find-header.ts'
import { readTable } from './read-table.ts'

interface Headed {
  readonly sheet: Sheet
  readonly recognised: Recognised
  readonly headings: readonly string[]
  readonly rows: AsyncGenerator<SheetRow>
  /** Text above the headings. */
  readonly preamble: string
}

/**
 * Finds the first sheet with headings that are understood, under whatever stands above them, and reads on from there.
 * Sheets without (covers, notes) are passed over; a sheet of another layout is refused as one row.
 * Rows carry the name of their sheet as `entry` unless it is the first that is read.
 * `hint` is the file's name: 万方, which nobody described, is told by its name alone.
 */
export async function openTable(file: SheetFile, hint: string): Promise<Outcome<PatentFile, ReadRefusal>> {
  const sheets = file.sheets[Symbol.asyncIterator]()
  let refusal: ReadRefusal = { code: 'unknown-layout', format: null, unplaced: [] }
  let known = -1
  try {
    for (let next = await sheets.next(); !next.done; next = await sheets.next()) {
      const found = await headed(next.value)
      if ('recognised' in found) {
        const recognised = named(found.recognised, `${hint}\n${next.value.name}\n${found.preamble}`)
        if (!recognised.done) {
          await file.close()
          return recognised
        }
        return done(
          tableFile(recognised.value, rowsOf({ ...found, recognised: recognised.value }, sheets, file), () => file.close()),
        )
      }
      if (found.known > known) [refusal, known] = [found.refusal, found.known]
    }
  } catch (error) {
    await file.close()
    if (error instanceof UnreadableSheet) return refuse(error.refusal)
    throw error
  }
  await file.close()
  return refuse(refusal.code === 'unknown-layout' && isWanfang(hint) ? { ...refusal, format: 'wanfang' } : refusal)
}

async function headed(sheet: Sheet): Promise<Headed | { refusal: ReadRefusal; known: number }> {
  const rows = sheet.rows[Symbol.asyncIterator]()
  let best: { refusal: ReadRefusal; known: number } = {
    refusal: { code: 'unknown-layout', format: null, unplaced: [] },
    known: -1,
  }
  let preamble = ''
  for (let seen = 0; seen < longestPreamble; seen++) {
    const next = await rows.next()
    if (next.done) break
    const { cells } = next.value
    const found = findHeader(next.value)
    if (found.kind === 'header') return { sheet, recognised: found.recognised, headings: cells, rows: onward(rows), preamble }
    if (found.kind === 'headless')
      return { sheet, recognised: found.recognised, headings: [], rows: onward(rows, next.value), preamble }
    // Nothing understood at all: the widest row so far stands for the headings that could not be placed.
    const refusal = found.refusal ?? {
      code: 'unknown-layout' as const,
      format: null,
      unplaced: cells.filter((cell) => cell.trim()),
    }
    const score = found.refusal ? found.known + 0.5 : seen === 0 || cells.length > 1 ? Math.min(found.known, 0) : -1
    if (score > best.known) best = { refusal, known: score }
    preamble += `${cells.join(' ').slice(0, 500)}\n`
  }
  await rows.return?.()
  return best
}

async function* onward(rows: AsyncIterator<SheetRow>, first?: SheetRow): AsyncGenerator<SheetRow> {
  if (first) yield first
  for (let next = await rows.next(); !next.done; next = await rows.next()) yield next.value
}

async function* rowsOf(first: Headed, sheets: AsyncIterator<Sheet>, file: SheetFile): AsyncGenerator<ReadRow> {
  try {
    // Whether others follow is not known yet: only theirs carry the sheet's name.
    yield* entered(first, '')
    for (let next = await sheets.next(); !next.done; next = await sheets.next()) {
      const found = await headed(next.value)
      if (!('recognised' in found)) continue
      const { format } = found.recognised
      if (format === first.recognised.format || first.recognised.format === 'wanfang') yield* entered(found, next.value.name)
      else yield { row: 1, entry: next.value.name, reason: rowReasons.otherLayout(sources[format].name), cells: [] }
    }
  } finally {
    await file.close()
  }
}

async function* entered({ recognised, headings, rows }: Headed, name: string): AsyncGenerator<ReadRow> {
  for await (const row of readTable(recognised, headings, rows)) yield name ? { ...row, entry: name } : row
}

const isWanfang = (text: string): boolean => /万方|wanfang/iu.test(text)

/** A table from 万方 is read where all its headings are understood, and keeps its source's name. */
function named(recognised: Recognised, hint: string): Outcome<Recognised, ReadRefusal> {
  if (!isWanfang(hint)) return done(recognised)
  if (recognised.unknownHeadings.length > 0)
    return refuse({ code: 'unknown-layout', format: 'wanfang', unplaced: recognised.unknownHeadings })
  const { rank, publishable } = sources.wanfang
  return done({ ...recognised, format: 'wanfang', rank, publishable })
}
