import { done, type Outcome, refuse } from '#kernel/outcome'
import { type PatentFile, type ReadRow, tableFile } from '../patent-file.ts'
import { readRow } from '../read-row.ts'
import { type Recognised, recognise } from '../recognise.ts'
import type { ReadRefusal } from '../refusals.ts'
import { rowReasons } from '../words.ts'
import { cellOf, eventsOf, type JsonRecord, parseRecord } from './flatten-record.ts'
import { BrokenJson, splitRecords } from './split-records.ts'

/** Opens JSON records (企查查, 智慧芽's interface) by the names of the first record's members. `row` is the ordinal of the record, from 1. */
export async function openJson(chunks: AsyncIterable<string>): Promise<Outcome<PatentFile, ReadRefusal>> {
  const records = splitRecords(chunks)
  try {
    const first = await records.next()
    if (first.done) return refuse({ code: 'no-records' })
    const record = parseRecord(first.value)
    if (!record) return refuse({ code: 'broken-json', at: first.value.length })
    const recognised = recognise(Object.keys(record))
    if (recognised.done) {
      const close = async () => void (await records.return(undefined))
      return done(tableFile(recognised.value, rowsOf(first.value, records, recognised.value), close))
    }
    await records.return(undefined)
    return recognised
  } catch (error) {
    if (error instanceof BrokenJson) return refuse({ code: 'broken-json', at: error.at })
    throw error
  }
}

async function* rowsOf(first: string, rest: AsyncGenerator<string>, recognised: Recognised): AsyncGenerator<ReadRow> {
  let last = { names: '', recognised }
  try {
    let row = 0
    for (let text: string | undefined = first; text !== undefined; text = (await rest.next()).value) {
      row++
      const record = parseRecord(text)
      if (!record) {
        yield { row, reason: rowReasons.brokenRecord, cells: [text.slice(0, 2000)] }
        continue
      }
      // Members that are null may be left out, so each record is placed by its own names.
      const names = Object.keys(record)
      if (names.join('\n') !== last.names) {
        const placed = recognise(names)
        last = {
          names: names.join('\n'),
          recognised: placed.done && placed.value.format === recognised.format ? placed.value : recognised,
        }
      }
      yield read(row, record, names, last.recognised)
    }
  } finally {
    await rest.return(undefined)
  }
}

function read(row: number, record: JsonRecord, names: readonly string[], recognised: Recognised): ReadRow {
  const cells = names.map((name) => cellOf(record[name]))
  const reading = readRow(recognised, cells)
  if ('reason' in reading) return { row, reason: reading.reason, cells }
  const events = eventsOf(record)
  return { row, fields: events.length > 0 ? { ...reading.fields, events } : reading.fields }
}
